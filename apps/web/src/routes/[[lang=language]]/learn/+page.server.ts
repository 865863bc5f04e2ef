import { sitePage } from "#lib/server/page-load.ts";
import { learnPage } from "#lib/server/pages/learn-pages.ts";

export const load = sitePage(learnPage);
