import { error } from "@sveltejs/kit";
import { languageOf } from "#lib/server/page-load.ts";
import { letterText } from "#lib/server/pages/letter-page.ts";
import { openPlace } from "#lib/server/place-index.ts";
import { readSettings } from "#lib/server/settings.ts";
import { siteWords } from "#lib/words/site-words.ts";
import type { RequestHandler } from "./$types";

/** The letter as text, to be changed before it is sent. */
export const GET: RequestHandler = async ({ params }) => {
  const language = languageOf(params);
  const open = await openPlace(readSettings().releases, params.place);
  if (open === undefined) error(404, siteWords(language)("no-such-place"));
  return new Response(letterText(open, language), {
    headers: {
      "content-type": "text/markdown; charset=utf-8",
      "content-disposition": `attachment; filename="records-request-${open.place.id}.md"`,
    },
  });
};
