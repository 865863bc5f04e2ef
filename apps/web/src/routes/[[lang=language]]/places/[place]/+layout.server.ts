import { error } from "@sveltejs/kit";
import { languageOf } from "#lib/server/page-load.ts";
import { placeFrame } from "#lib/server/place-frame.ts";
import { readPlace } from "#lib/server/place-index.ts";
import { readSettings } from "#lib/server/settings.ts";
import { siteWords } from "#lib/words/site-words.ts";
import type { LayoutServerLoad } from "./$types";

export const load: LayoutServerLoad = async ({ params, url }) => {
  const language = languageOf(params);
  const place = await readPlace(readSettings().releases, params.place);
  if (place === undefined) error(404, siteWords(language)("no-such-place"));
  return { place: placeFrame(place, language, url.pathname) };
};
