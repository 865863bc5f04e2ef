import { placePage } from "#lib/server/page-load.ts";
import { findingPage } from "#lib/server/pages/finding-page.ts";

export const load = placePage(findingPage);
