import { placePage } from "#lib/server/page-load.ts";
import { reducePage } from "#lib/server/pages/reduce-page.ts";

export const load = placePage(reducePage);
