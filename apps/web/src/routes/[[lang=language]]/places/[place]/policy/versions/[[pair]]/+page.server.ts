import { placePage } from "#lib/server/page-load.ts";
import { policyVersionsPage } from "#lib/server/pages/policy-versions-page.ts";

export const load = placePage(policyVersionsPage);
