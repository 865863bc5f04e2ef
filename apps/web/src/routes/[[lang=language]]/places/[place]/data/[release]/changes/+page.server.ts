import { placePage } from "#lib/server/page-load.ts";
import { releaseChangesPage } from "#lib/server/pages/release-changes-page.ts";

export const load = placePage(releaseChangesPage);
