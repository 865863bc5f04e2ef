import { dcatCatalogue } from "#lib/server/feeds/dcat-catalogue.ts";
import { sendText } from "#lib/server/files/send-text.ts";
import { readPlaces, readReleases } from "#lib/server/place-index.ts";
import { readSettings } from "#lib/server/settings.ts";
import type { RequestHandler } from "./$types";

/** The newest release of every place, as a catalogue of open data (DCAT-US). */
export const GET: RequestHandler = async ({ request }) => {
  const { releases, origin, contact } = readSettings();
  const places = await readPlaces(releases);
  const catalogued = await Promise.all(
    places.map(async (place) => {
      const newest = (await readReleases(place)).find(({ name }) => name === place.summary.release);
      return newest === undefined ? [] : [{ place, newest }];
    }),
  );
  return sendText(request, {
    body: `${JSON.stringify(dcatCatalogue(catalogued.flat(), { origin, contact }), null, 1)}\n`,
    type: "application/json; charset=utf-8",
  });
};
