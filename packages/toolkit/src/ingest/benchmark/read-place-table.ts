import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Issue, Place, PlaceTable } from "@evenhand/standard";
import { openEngine } from "../../release/engine.ts";
import { InputError } from "../read/input-error.ts";
import { takeSnapshot } from "../snapshot/take-snapshot.ts";
import { someNames } from "./choose-areas.ts";
import { withoutComments } from "./comment-lines.ts";
import { type PlaceColumn, placeColumns } from "./place-columns.ts";
import { placesOf } from "./places-of.ts";
import { repeatedAreas } from "./repeated-areas.ts";
import { readSheets, type Sheet } from "./sheet.ts";

/** The areas of a file with what was doubtful in it. */
export type PlacesRead = { readonly places: PlaceTable; readonly issues: readonly Issue[] };

/**
 * Reads a file of areas and their circumstances: a line for each area with its name, population, groups (counts or
 * shares) and figures such as poverty and crime. Groups that the file does not give are absent, not zero, and residents
 * of no named group are given to none.
 *
 * @throws InputError when the file has no areas or no population, or repeats the numbers of a larger area
 */
export async function readPlaceTable(
  path: string,
  options: { readonly signal?: AbortSignal } = {},
): Promise<PlacesRead> {
  const folder = await mkdtemp(join(tmpdir(), "evenhand-places-"));
  const engine = await openEngine({ temporaryFolder: folder, ...(options.signal ? { signal: options.signal } : {}) });
  try {
    const commented = await withoutComments(path, folder).catch(() => ({ path, comments: new Map<string, string>() }));
    const [sheet] = await readSheets(engine, commented.path);
    if (sheet === undefined) throw new RangeError(`invalid file; it must give a table: ${path}`);
    const { sha256 } = await takeSnapshot(path);
    const source = [basename(path), commented.comments.get("source")].filter(Boolean).join(": ");
    return placeTable(sheet, { source, sha256 });
  } finally {
    engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function placeTable(sheet: Sheet, told: { readonly source: string; readonly sha256: string }): PlacesRead {
  const { file } = sheet;
  const columns = placeColumns(sheet.columns.map(({ name }) => name));
  requireColumns(sheet, columns);
  const { places, issues, covariates } = placesOf(sheet, columns);
  if (places.length === 0)
    throw new InputError(
      "no-areas",
      file,
      `${file} has no line with an area's name and population. Check that it is the file you meant.`,
    );
  refuseTwice(file, places);
  const codes = [...new Set(places.flatMap(({ residents }) => Object.keys(residents)))];
  const problem = repeatedAreas(
    places.map(({ name, population, residents }) => ({
      name,
      people: population,
      counts: [population, ...codes.map((code) => residents[code] ?? 0)],
    })),
  );
  if (problem !== undefined) throw new InputError("repeated-areas", file, `${file}: ${problem}`);
  return { places: { ...told, places, covariates }, issues: [...sheet.issues, ...issues] };
}

function requireColumns({ file, columns: all }: Sheet, columns: readonly PlaceColumn[]): void {
  const names = all
    .slice(0, 8)
    .map(({ name }) => `“${name}”`)
    .join(", ");
  for (const [holds, example] of [
    ["name", "neighborhood"],
    ["population", "population"],
    ["group", "white, black"],
  ] as const) {
    if (columns.some((column) => column.holds === holds)) continue;
    const message = `${file} has no column of areas’ ${holds === "group" ? "residents by group" : holds}; its columns are ${names}. Name it “${example}”: one line for each area, with its name, population, groups (counts or shares) and figures such as poverty.`;
    throw new InputError("no-place-columns", file, message);
  }
}

function refuseTwice(file: string, places: readonly Place[]): void {
  const twice = [...Map.groupBy(places, ({ name }) => name.toLowerCase()).values()].filter((list) => list.length > 1);
  if (twice.length === 0) return;
  const message = `${file} has ${twice.length} areas in several lines: ${someNames(twice.flatMap(([first]) => first ?? []))}. Give one line for each area.`;
  throw new InputError("area-twice", file, message);
}
