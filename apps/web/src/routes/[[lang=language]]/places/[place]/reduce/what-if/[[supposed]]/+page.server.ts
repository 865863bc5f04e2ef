import { placePage } from "#lib/server/page-load.ts";
import { whatIfPage } from "#lib/server/pages/what-if-page.ts";

export const load = placePage(whatIfPage);
