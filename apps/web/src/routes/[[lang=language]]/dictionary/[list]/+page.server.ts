import { sitePage } from "#lib/server/page-load.ts";
import { codeListPage } from "#lib/server/pages/dictionary-pages.ts";

export const load = sitePage(codeListPage);
