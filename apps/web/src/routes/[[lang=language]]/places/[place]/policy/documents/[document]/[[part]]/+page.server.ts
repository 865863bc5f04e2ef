import { placePage } from "#lib/server/page-load.ts";
import { policyDocumentPage } from "#lib/server/pages/policy-document-page.ts";

export const load = placePage(policyDocumentPage);
