import { placePage } from "#lib/server/page-load.ts";
import { policyRulePage } from "#lib/server/pages/policy-rule-page.ts";

export const load = placePage(policyRulePage);
