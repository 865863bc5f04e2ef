import { error } from "@sveltejs/kit";
import { languageOf } from "#lib/server/page-load.ts";
import { siteWords } from "#lib/words/site-words.ts";
import type { PageServerLoad } from "./$types";

/** Any other address: nothing is there, said in its language and with the way back. */
export const load: PageServerLoad = ({ params }) => error(404, siteWords(languageOf(params))("no-such-page"));
