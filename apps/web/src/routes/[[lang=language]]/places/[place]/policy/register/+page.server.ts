import { placePage } from "#lib/server/page-load.ts";
import { policyRegisterPage } from "#lib/server/pages/policy-register-page.ts";

export const load = placePage(policyRegisterPage);
