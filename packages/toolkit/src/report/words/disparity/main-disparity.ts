import type { Finding } from "@evenhand/standard";
import { referenceSide } from "./reference-side.ts";
import { missingShare, sayable } from "./sayable.ts";

const fewestEvents = 20;
const mostMissing = 0.2;

/**
 * The one comparison that may stand among a report's main sentences: the first rate that can be said clearly. At least
 * 20 events on both sides, at most 20 in 100 values missing, shown in full or as a range, and a direction.
 */
export function mainDisparity(findings: readonly Finding[]): Finding | undefined {
  return findings.find((finding) => {
    const lead = finding.rows.find(({ key }) => key === finding.lead);
    if (finding.question !== "rates" || lead === undefined || !["full", "range"].includes(finding.shown)) return false;
    const isClear = ["higher", "lower", "about-the-same"].includes(sayable(lead, finding));
    const fewest = Math.min(lead.count ?? 0, referenceSide(finding, lead.key)?.count ?? 0);
    return isClear && fewest >= fewestEvents && missingShare(finding) <= mostMissing;
  });
}
