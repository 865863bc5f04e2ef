import { sitePage } from "#lib/server/page-load.ts";
import { methodPage } from "#lib/server/pages/method-pages.ts";

export const load = sitePage(methodPage);
