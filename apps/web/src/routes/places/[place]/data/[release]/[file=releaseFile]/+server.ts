import { error } from "@sveltejs/kit";
import { tooOften } from "#lib/server/api/within-rate.ts";
import { BusyError } from "#lib/server/files/made-files.ts";
import { releaseDownload } from "#lib/server/files/release-download.ts";
import { readPlace, readReleases } from "#lib/server/place-index.ts";
import { readSettings } from "#lib/server/settings.ts";
import { siteWords } from "#lib/words/site-words.ts";
import type { RequestHandler } from "./$types";

const say = siteWords("en");

/** Forms that cost work; what lies in the folder is simply sent. */
const isMade = (name: string): boolean => /\.(csv|xlsx)$/.test(name);

/** A file of a release, as it lies there or made from it. */
export const GET: RequestHandler = async (event) => {
  const { request, params } = event;
  const wait = isMade(params.file) ? tooOften(event) : undefined;
  if (wait !== undefined) return wait;
  const place = await readPlace(readSettings().releases, params.place);
  const release = place && (await readReleases(place)).find(({ name }) => name === params.release);
  if (place === undefined || release === undefined) error(404, say("no-such-release"));
  try {
    return (await releaseDownload(request, { place, release, name: params.file })) ?? error(404, say("no-such-file"));
  } catch (cause) {
    if (!(cause instanceof BusyError)) throw cause;
    return new Response(`${say("data-busy")}\n`, {
      status: 503,
      headers: { "content-type": "text/plain; charset=utf-8", "retry-after": "30" },
    });
  }
};
