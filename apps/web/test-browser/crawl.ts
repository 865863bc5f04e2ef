import { fetchPatiently } from "../../cli/src/site/fetch-patiently.ts";
import { linkedPaths } from "../../cli/src/site/linked-addresses.ts";

/** A page or file of a site, as it was sent. */
export type Fetched = {
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  readonly body: Uint8Array;
  readonly text: string;
  /** The page that first led here. */
  readonly from: string;
};

/**
 * Everything of a site that links lead to, without addresses that carry a query.
 *
 * @param isWanted addresses that are linked and not wanted are left out
 */
export async function crawl(
  address: string,
  starts: readonly string[],
  isWanted: (path: string) => boolean = () => true,
): Promise<ReadonlyMap<string, Fetched>> {
  const found = new Map<string, Fetched>();
  const waiting = starts.map((path) => ({ path, from: "(start)" }));
  const known = new Set(starts);
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const response = await fetchPatiently(address + next.path, { redirect: "manual" });
      const body = new Uint8Array(await response.arrayBuffer());
      const type = (response.headers.get("content-type") ?? "").split(";")[0]?.trim() ?? "";
      const text = /^text\/|json|xml/.test(type) ? new TextDecoder().decode(body) : "";
      found.set(next.path, { ...next, status: response.status, type, headers: response.headers, body, text });
      for (const path of linkedPaths(text, { type, base: address + next.path, origins: [address] })) {
        if (known.has(path) || !isWanted(path)) continue;
        known.add(path);
        waiting.push({ path, from: next.path });
      }
    }
  };
  while (waiting.length > 0) await Promise.all(Array.from({ length: 4 }, worker));
  return found;
}
