import { sitePage } from "#lib/server/page-load.ts";
import { comparePoliciesPage } from "#lib/server/pages/compare-policies-page.ts";

export const load = sitePage(comparePoliciesPage);
