import { sitePage } from "#lib/server/page-load.ts";
import { methodsPage } from "#lib/server/pages/method-pages.ts";

export const load = sitePage(methodsPage);
