import { error } from "@sveltejs/kit";
import { languageOf } from "#lib/server/page-load.ts";
import { registerLetterText } from "#lib/server/pages/register-letter-page.ts";
import { openPlace } from "#lib/server/place-index.ts";
import { readSettings } from "#lib/server/settings.ts";
import { siteWords } from "#lib/words/site-words.ts";
import type { RequestHandler } from "./$types";

/** The letter that asks for policies as text, to be changed before it is sent. */
export const GET: RequestHandler = async ({ params }) => {
  const language = languageOf(params);
  const open = await openPlace(readSettings().releases, params.place);
  if (open === undefined) error(404, siteWords(language)("no-such-place"));
  const text = registerLetterText(open, language);
  if (text === undefined) error(404, siteWords(language)("no-such-page"));
  return new Response(text, {
    headers: {
      "content-type": "text/markdown; charset=utf-8",
      "content-disposition": `attachment; filename="policy-request-${open.place.id}.md"`,
    },
  });
};
