import { error } from "@sveltejs/kit";
import { embedDocument, embedPolicy } from "#lib/server/findings/embed-document.ts";
import { languageOf } from "#lib/server/page-load.ts";
import { openPlace } from "#lib/server/place-index.ts";
import { readSettings } from "#lib/server/settings.ts";
import { siteWords } from "#lib/words/site-words.ts";
import type { RequestHandler } from "./$types";

/** One finding for a frame on any site. */
export const GET: RequestHandler = async ({ params }) => {
  const language = languageOf(params);
  const { releases, origin } = readSettings();
  const open = await openPlace(releases, params.place);
  const finding = open?.answers.findings.find(({ id }) => id === params.finding);
  if (open === undefined || finding === undefined) error(404, siteWords(language)("no-such-page"));
  return new Response(embedDocument(finding, open, { language, origin }), {
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": embedPolicy },
  });
};
