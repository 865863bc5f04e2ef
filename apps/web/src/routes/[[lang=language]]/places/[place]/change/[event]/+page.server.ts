import { placePage } from "#lib/server/page-load.ts";
import { changeEventPage } from "#lib/server/pages/change-event-page.ts";

export const load = placePage(changeEventPage);
