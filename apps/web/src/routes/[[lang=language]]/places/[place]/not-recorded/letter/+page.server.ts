import { placePage } from "#lib/server/page-load.ts";
import { letterPage } from "#lib/server/pages/letter-page.ts";

export const load = placePage(letterPage);
