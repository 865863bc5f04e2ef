import { error } from "@sveltejs/kit";
import { csvText } from "#lib/csv-text.ts";
import { tablesOf } from "#lib/server/home-page.ts";
import { languageOf } from "#lib/server/page-load.ts";
import { readPlaces } from "#lib/server/place-index.ts";
import { readSettings } from "#lib/server/settings.ts";
import { siteWords } from "#lib/words/site-words.ts";
import type { RequestHandler } from "./$types";

/** A table of departments as CSV: codes, not words, so that it can be counted. */
export const GET: RequestHandler = async ({ params }) => {
  const language = languageOf(params);
  const places = await readPlaces(readSettings().releases);
  const table = tablesOf(places, language).find(({ id }) => id === params.table);
  if (table === undefined) error(404, siteWords(language)("no-such-page"));
  const ids = [...table.columns.keys()];
  const text = csvText([
    ["place", "name", "release", ...ids],
    ...places.map((place) => [
      place.id,
      place.name,
      place.summary.hash,
      ...ids.map((id) => table.statusOf(place, id) ?? ""),
    ]),
  ]);
  return new Response(text, {
    headers: { "content-type": "text/csv; charset=utf-8", "cache-control": "public, max-age=60" },
  });
};
