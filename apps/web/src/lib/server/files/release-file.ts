import { lstat, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { type ReleaseTable, releaseTables } from "@evenhand/standard";
import type { PublishedRelease } from "../place-index.ts";

/** A file of a release folder that anyone may have. */
export type ReleaseFile = {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
};

/** Tables that a release folder may hold, in the order of the standard, with what was wrong in the sources last. */
export const publishedTables: readonly string[] = [...(Object.keys(releaseTables) as ReleaseTable[]), "issues"];

/** The descriptions beside the tables, in the order in which a reader needs them. */
export const releaseDescriptions: readonly string[] = [
  "datapackage.json",
  "scope.json",
  "mapping.json",
  "snapshot.json",
  "release.json",
];

const names: readonly string[] = [...publishedTables.map((table) => `${table}.parquet`), ...releaseDescriptions];

/**
 * A file of a release by its name. Only names of a fixed list are looked for, and only a file that lies in the folder
 * itself is found: no link that leads elsewhere.
 *
 * @returns undefined when the name is not on the list or the release has no such file
 */
export async function findReleaseFile({ folder }: PublishedRelease, name: string): Promise<ReleaseFile | undefined> {
  if (!names.includes(name)) return undefined;
  const path = join(folder, name);
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  const [root, real] = await Promise.all([realpath(folder), realpath(path).catch(() => "")]);
  if (!real.startsWith(root + sep)) return undefined;
  const file = await stat(real);
  return file.isFile() ? { name, path: real, bytes: file.size } : undefined;
}

/** Every file of a release that anyone may have: the tables, then the descriptions. */
export async function releaseFiles(release: PublishedRelease): Promise<readonly ReleaseFile[]> {
  const found = await Promise.all(names.map((name) => findReleaseFile(release, name)));
  return found.flatMap((file) => file ?? []);
}
