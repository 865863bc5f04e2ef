import { placePage } from "#lib/server/page-load.ts";
import { policyAuditPage } from "#lib/server/pages/policy-audit-page.ts";

export const load = placePage(policyAuditPage);
