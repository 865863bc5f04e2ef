import { join } from "node:path";
import { CliError } from "../cli-error.ts";
import { writeOutput, writeOutputStream } from "../write-output.ts";
import { isFollowed, linkedPaths } from "./linked-addresses.ts";

/** What was written of one address, and the addresses of the site that it links to. */
export type Saved = { readonly name: string; readonly bytes: number; readonly links: readonly string[] };

/**
 * Writes what a site answered for an address as a file: a page or feed at once, since its links are read; any other file,
 * which may be large, as it arrives.
 *
 * @param origins addresses that mean this site
 * @throws CliError when the address leads out of the folder
 */
export async function saveAnswer(
  response: Response,
  {
    path,
    address,
    out,
    origins,
  }: {
    readonly path: string;
    readonly address: string;
    readonly out: string;
    readonly origins: readonly string[];
  },
): Promise<Saved> {
  const type = (response.headers.get("content-type") ?? "").split(";")[0]?.trim() ?? "";
  const name = fileName(path, type);
  const place = join(out, name);
  if (!isFollowed(type) && response.body !== null)
    return { name, bytes: await writeOutputStream(place, response.body), links: [] };
  const body = new Uint8Array(await response.arrayBuffer());
  await writeOutput(place, body);
  const links = linkedPaths(new TextDecoder().decode(body), { type, base: address + path, origins });
  return { name, bytes: body.byteLength, links };
}

/** Where a file server looks for an address. */
export function fileName(path: string, type: string): string {
  const name = decodeURIComponent(path).replace(/^\/+|\/+$/g, "");
  if (name.split("/").some((part) => part === ".." || part === ".")) throw new CliError(`${path} leads elsewhere.`);
  if (type === "text/html" && !name.endsWith(".html")) return name === "" ? "index.html" : `${name}/index.html`;
  return name;
}
