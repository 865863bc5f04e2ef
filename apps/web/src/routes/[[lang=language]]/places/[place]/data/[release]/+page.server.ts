import { placePage } from "#lib/server/page-load.ts";
import { releasePage } from "#lib/server/pages/data-pages.ts";

export const load = placePage(releasePage);
