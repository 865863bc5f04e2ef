import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Release } from "@evenhand/standard";
import { CliError } from "../cli-error.ts";
import type { Say } from "../words/words.ts";

/** A place's folder and its newest release. */
export type FoundPlace = { readonly id: string; readonly folder: string; readonly newest: string };

const folderName = /^[a-z0-9][a-z0-9-]{0,120}$/;

/**
 * Every place in a folder of releases (`<place>/<release>/release.json`), by id.
 *
 * @throws CliError when the folder is not there or holds no release
 */
export async function findPlaces(folder: string, say: Say): Promise<readonly FoundPlace[]> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new CliError(say("no-site-folder", { path: folder }));
  const names = (await readdir(folder)).filter((name) => folderName.test(name)).toSorted();
  const places = await Promise.all(names.map((id) => findPlace(folder, id)));
  const found = places.flatMap((place) => place ?? []);
  if (found.length === 0) throw new CliError(say("no-places-in", { path: folder }));
  return found;
}

async function findPlace(root: string, id: string): Promise<FoundPlace | undefined> {
  const folder = join(root, id);
  const names = (await readdir(folder).catch(() => [])).filter((name) => folderName.test(name));
  const found = await Promise.all(names.map(async (name) => ({ name, made: await madeAt(join(folder, name)) })));
  const newest = found
    .flatMap(({ name, made }) => (made === undefined ? [] : [{ name, made }]))
    .toSorted((one, other) => other.made.localeCompare(one.made) || one.name.localeCompare(other.name))[0];
  return newest === undefined ? undefined : { id, folder, newest: newest.name };
}

/** When a release was made: its date, and among those of one day the time its file was written. */
async function madeAt(folder: string): Promise<string | undefined> {
  const path = join(folder, "release.json");
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const { date } = JSON.parse(text) as Release;
    return `${date} ${(await stat(path)).mtime.toISOString()}`;
  } catch {
    return undefined;
  }
}
