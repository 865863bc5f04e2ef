import { placePage } from "#lib/server/page-load.ts";
import { changePage } from "#lib/server/pages/change-page.ts";

export const load = placePage(changePage);
