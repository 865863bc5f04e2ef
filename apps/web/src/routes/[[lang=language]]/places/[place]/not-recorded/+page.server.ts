import { placePage } from "#lib/server/page-load.ts";
import { notRecordedPage } from "#lib/server/pages/not-recorded-page.ts";

export const load = placePage(notRecordedPage);
