import { placePage } from "#lib/server/page-load.ts";
import { policyPage } from "#lib/server/pages/policy-page.ts";

export const load = placePage(policyPage);
