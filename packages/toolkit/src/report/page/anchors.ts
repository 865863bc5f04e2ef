import type { ElementId } from "@evenhand/standard";

const slug = (text: string): string => text.replaceAll(/[^\p{L}\p{N}_-]+/gu, "-");

/** Where a finding stands on the page: `finding-on-whom-race-people`. */
export const findingAnchor = (findingId: string): string => `finding-${slug(findingId)}`;

/** Where the row of an element stands in the table of what is recorded. */
export const elementAnchor = (element: ElementId): string => `element-${element}`;

/** Where a question and its answer stand in an audit. */
export const ruleAnchor = (rule: string): string => `rule-${rule}`;

/** Where a rule stands beside the records. */
export const policyAnchor = (linkId: string): string => `policy-${slug(linkId)}`;
