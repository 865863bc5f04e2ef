import { readdirSync, readFileSync } from "node:fs";

/** CSV text of every code list by list name. `root` is the folder of the standard package. */
export function readCodeListCsvs(root: URL): ReadonlyMap<string, string> {
  const folder = new URL("code-lists/", root);
  const files = readdirSync(folder).filter((name) => name.endsWith(".csv"));
  return new Map(files.map((name) => [name.slice(0, -".csv".length), readFileSync(new URL(name, folder), "utf8")]));
}
