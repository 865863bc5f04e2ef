import { sitePage } from "#lib/server/page-load.ts";
import { apiPage } from "#lib/server/pages/api-page.ts";

export const load = sitePage(apiPage);
