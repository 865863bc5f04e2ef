import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { isFolderName } from "./place-index.ts";

/** How often the folder is looked at, in milliseconds. */
const lookEvery = 1000;

type Known = { readonly releases: string; version: Promise<string>; lookedAt: number };

let known: Known | undefined;

/**
 * One short text for all that the site shows: another as soon as the answers of any place are made anew. Readers never
 * wait for the look at the folder; they get the last version until it is done.
 */
export function siteVersion(releases: string): Promise<string> {
  const now = performance.now();
  if (known?.releases !== releases) {
    known = { releases, version: readVersion(releases), lookedAt: now };
    known.version.catch(() => {
      known = undefined;
    });
    return known.version;
  }
  if (now - known.lookedAt >= lookEvery) {
    const current = known;
    current.lookedAt = now;
    void readVersion(releases).then(
      (version) => {
        current.version = Promise.resolve(version);
      },
      () => {
        if (known === current) known = undefined;
      },
    );
  }
  return known.version;
}

async function readVersion(releases: string): Promise<string> {
  const places = (await readdir(releases)).filter(isFolderName).toSorted();
  const stamps = await Promise.all(places.map((place) => stampOf(join(releases, place), place)));
  return createHash("sha256").update(stamps.join("\n")).digest("hex").slice(0, 12);
}

async function stampOf(folder: string, place: string): Promise<string> {
  const parts = [
    folder,
    join(folder, "place.json"),
    join(folder, "corrections.json"),
    join(folder, "answers", "summary.json"),
  ];
  const times = await Promise.all(
    parts.map((path) =>
      stat(path).then(
        ({ mtimeMs, size }) => `${mtimeMs} ${size}`,
        () => "",
      ),
    ),
  );
  return `${place} ${times.join(" ")}`;
}
