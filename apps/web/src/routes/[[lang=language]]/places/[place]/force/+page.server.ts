import { placePage } from "#lib/server/page-load.ts";
import { forcePage } from "#lib/server/pages/force-pages.ts";

export const load = placePage(forcePage);
