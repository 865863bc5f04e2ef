import { placePage } from "#lib/server/page-load.ts";
import { overviewPage } from "#lib/server/pages/overview-page.ts";

export const load = placePage(overviewPage);
