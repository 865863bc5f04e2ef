import { error } from "@sveltejs/kit";
import { tooOften } from "#lib/server/api/within-rate.ts";
import { findingFile } from "#lib/server/findings/finding-file.ts";
import { languageOf } from "#lib/server/page-load.ts";
import { openPlace } from "#lib/server/place-index.ts";
import { readSettings } from "#lib/server/settings.ts";
import { siteWords } from "#lib/words/site-words.ts";
import type { RequestHandler } from "./$types";

/** A finding as JSON, CSV, SVG or PNG. */
export const GET: RequestHandler = async (event) => {
  const { request, params } = event;
  const wait = params.finding.endsWith(".png") ? tooOften(event) : undefined;
  if (wait !== undefined) return wait;
  const language = languageOf(params);
  const { releases, origin } = readSettings();
  const open = await openPlace(releases, params.place);
  const answer = open && (await findingFile(request, open, { name: params.finding, language, origin }));
  return answer ?? error(404, siteWords(language)("no-such-file"));
};
