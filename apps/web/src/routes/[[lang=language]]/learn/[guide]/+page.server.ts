import { sitePage } from "#lib/server/page-load.ts";
import { guidePage } from "#lib/server/pages/learn-pages.ts";

export const load = sitePage(guidePage);
