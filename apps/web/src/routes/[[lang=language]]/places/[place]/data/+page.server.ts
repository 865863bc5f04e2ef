import { placePage } from "#lib/server/page-load.ts";
import { dataPage } from "#lib/server/pages/data-pages.ts";

export const load = placePage(dataPage);
