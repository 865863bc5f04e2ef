import { sitePage } from "#lib/server/page-load.ts";
import { provisionPage } from "#lib/server/pages/provision-page.ts";

export const load = sitePage(provisionPage);
