import { error } from "@sveltejs/kit";
import { homePage } from "#lib/server/home-page.ts";
import { languageOf } from "#lib/server/page-load.ts";
import { readSettings } from "#lib/server/settings.ts";
import { siteWords } from "#lib/words/site-words.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ params }) => {
  const language = languageOf(params);
  const { table, column } = params;
  const page = await homePage(readSettings(), { language, sort: { table, column } });
  return page ?? error(404, siteWords(language)("no-such-page"));
};
