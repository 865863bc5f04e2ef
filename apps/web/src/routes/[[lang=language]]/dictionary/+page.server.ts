import { sitePage } from "#lib/server/page-load.ts";
import { dictionaryPage } from "#lib/server/pages/dictionary-pages.ts";

export const load = sitePage(dictionaryPage);
