import { readFile, stat } from "node:fs/promises";

type Kept = { readonly stamp: string; readonly value: Promise<unknown> };

const kept = new Map<string, Kept>();
const mostKept = 60;

/**
 * A JSON file of ours, read again only when it has changed; undefined when it is not there. The one asked for longest
 * ago goes when there are too many.
 *
 * @throws SyntaxError when it is no JSON
 */
export async function jsonFile<Content>(path: string): Promise<Content | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  const stamp = `${found.mtimeMs} ${found.size}`;
  const earlier = kept.get(path);
  kept.delete(path);
  const value = earlier?.stamp === stamp ? earlier.value : readJson(path);
  kept.set(path, { stamp, value });
  value.catch(() => kept.delete(path));
  if (kept.size > mostKept) kept.delete(kept.keys().next().value ?? "");
  return (await value) as Content;
}

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, "utf8"));
