import { error } from "@sveltejs/kit";
import { datasetDocument } from "#lib/server/feeds/dataset-document.ts";
import { sendText } from "#lib/server/files/send-text.ts";
import { readPlace, readReleases } from "#lib/server/place-index.ts";
import { readSettings } from "#lib/server/settings.ts";
import { siteWords } from "#lib/words/site-words.ts";
import type { RequestHandler } from "./$types";

/** The newest release of a place as a schema.org dataset. */
export const GET: RequestHandler = async ({ request, params }) => {
  const { releases, origin } = readSettings();
  const place = await readPlace(releases, params.place);
  const newest = place && (await readReleases(place)).find(({ name }) => name === place.summary.release);
  if (place === undefined || newest === undefined) error(404, siteWords("en")("no-such-place"));
  const document = datasetDocument(newest, { place, origin, language: "en" });
  return sendText(request, {
    body: `${JSON.stringify(document, null, 1)}\n`,
    type: "application/ld+json",
    hash: newest.release.hash,
  });
};
