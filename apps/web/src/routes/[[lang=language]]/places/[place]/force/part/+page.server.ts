import { placePage } from "#lib/server/page-load.ts";
import { partPage } from "#lib/server/pages/part-page.ts";

export const load = placePage(partPage);
