import { placePage } from "#lib/server/page-load.ts";
import { questionPage } from "#lib/server/pages/force-pages.ts";

export const load = placePage(questionPage);
