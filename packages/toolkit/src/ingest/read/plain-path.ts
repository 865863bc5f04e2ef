import { symlink } from "node:fs/promises";
import { resolve } from "node:path";
import type { ReadContext } from "./read-context.ts";

/** DuckDB takes `*`, `?` and `[` in a path for a pattern: such a file is read through a link with a plain name. */
export async function plainPath({ path, temporaryPath }: ReadContext): Promise<string> {
  if (!/[*?[\]]/.test(path)) return path;
  const link = temporaryPath();
  await symlink(resolve(path), link);
  return link;
}
