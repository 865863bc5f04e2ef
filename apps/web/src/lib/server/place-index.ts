import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Release } from "@evenhand/standard";
import type { PlaceAnswers, PlaceSummary, PlaceWorkings } from "@evenhand/toolkit/report/place-answers";
import { jsonFile } from "./json-file.ts";

/** A release of a place, and the folder it lies in. */
export type PublishedRelease = { readonly name: string; readonly folder: string; readonly release: Release };

/** A department whose records are published here. */
export type Place = {
  /** Id of the agency, such as `riverton-xx`: the name of its folder and its part of the address. */
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly summary: PlaceSummary;
};

/** A place with everything that is said of its newest release. */
export type OpenPlace = { readonly place: Place; readonly answers: PlaceAnswers };

/** A name that a folder of ours can have: nothing that leads elsewhere. */
export const isFolderName = (name: string): boolean => /^[a-z0-9][a-z0-9-]{0,120}$/.test(name);

/**
 * Every place of a folder of releases, by name. Folders without answers are passed over (see `evenhand prepare`).
 *
 * @throws Error if the folder cannot be read
 */
export async function readPlaces(releases: string): Promise<readonly Place[]> {
  const names = (await readdir(releases)).filter(isFolderName);
  const places = await Promise.all(names.map((id) => readPlace(releases, id)));
  return places
    .flatMap((place) => place ?? [])
    .toSorted((one, other) => one.name.localeCompare(other.name, "en") || one.id.localeCompare(other.id, "en"));
}

/** One place; undefined when there is none of that id. */
export async function readPlace(releases: string, id: string): Promise<Place | undefined> {
  if (!isFolderName(id)) return undefined;
  const folder = join(releases, id);
  const summary = await jsonFile<PlaceSummary>(join(folder, "answers", "summary.json"));
  return summary && { id, name: summary.agency.name, folder, summary };
}

/** A place with its answers; undefined when there is none of that id. */
export async function openPlace(releases: string, id: string): Promise<OpenPlace | undefined> {
  const place = await readPlace(releases, id);
  if (place === undefined) return undefined;
  const answers = await jsonFile<PlaceAnswers>(join(place.folder, "answers", `${place.summary.release}.json`));
  return answers && { place, answers };
}

/** How each finding of a place was worked out; nothing where that was not prepared. */
export async function readWorkings({ folder, summary }: Place): Promise<PlaceWorkings> {
  return (await jsonFile<PlaceWorkings>(join(folder, "answers", `${summary.release}.workings.json`))) ?? {};
}

/** Every release of a place, newest first. */
export async function readReleases({ folder }: Place): Promise<readonly PublishedRelease[]> {
  const names = (await readdir(folder)).filter(isFolderName);
  const found = await Promise.all(names.map((name) => readRelease(folder, name)));
  return found.flatMap((release) => release ?? []).toSorted(newestFirst);
}

const newestFirst = (one: PublishedRelease, other: PublishedRelease): number =>
  other.release.date.localeCompare(one.release.date) || one.name.localeCompare(other.name);

async function readRelease(place: string, name: string): Promise<PublishedRelease | undefined> {
  const folder = join(place, name);
  const release = await jsonFile<Release>(join(folder, "release.json"));
  return release?.formatVersion === 1 && release.scope !== undefined ? { name, folder, release } : undefined;
}
