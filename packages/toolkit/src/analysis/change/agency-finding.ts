import type { Finding, FindingRow } from "@evenhand/standard";
import { comparedSource } from "../benchmark/people-cells.ts";
import { cannotSay } from "../build-finding.ts";
import type { CaveatId } from "../caveat.ts";
import { directionOf } from "../compare/direction.ts";
import type { QuestionContext } from "../question.ts";
import type { AgencyChange, AgencyComparison } from "./agency-change.ts";
import { changeRule } from "./rule.ts";
import { changeId } from "./series-finding.ts";

/** What a finding about agencies is made from. */
export type AgencyFindingParts = {
  readonly eventId: string;
  readonly change: AgencyChange;
  /** p adjusted for the other tests, and how many they are. */
  readonly p: number | undefined;
  readonly comparisons: number;
  readonly values: NonNullable<Finding["values"]>;
};

/** Whether agencies were level beside the others before the date, as far as the months before it tell. */
export const wereLevelBefore = ({ leadsP }: AgencyComparison): boolean =>
  leadsP === undefined || leadsP >= changeRule("leadLevel");

/** Whether agencies with the event moved that way beside the others, and only from the date on. */
export function standsOut(
  { comparison }: AgencyChange,
  p: number | undefined,
  direction: "lower" | "higher",
): boolean | undefined {
  if (comparison === undefined) return undefined;
  return wereLevelBefore(comparison) && directionOf(comparison.interval, p ?? comparison.p) === direction;
}

/** Agencies with the event beside those without: the ratio of their changes, and the months one by one. */
export function agencyFinding(context: QuestionContext, parts: AgencyFindingParts): Finding {
  const { change, values, eventId, comparisons } = parts;
  const { unit } = comparedSource(context.scope);
  const { agencies, treated, leftOut, comparison } = change;
  const caveats: readonly CaveatId[] = [
    "followed-not-caused",
    ...(comparison !== undefined && !wereLevelBefore(comparison) ? (["moved-apart-before"] as const) : []),
  ];
  const frame: Finding = {
    ...cannotSay(
      context,
      { question: "change", measure: "agencies", unit, method: "agencies-beside-others", caveats },
      change.reason ?? "no-records",
    ),
    id: changeId("agencies", eventId, unit),
    values: { ...values, agencies, treatedAgencies: treated, agenciesLeftOut: leftOut },
  };
  if (comparison === undefined) return frame;
  const { reason: _, ...rest } = frame;
  const p = parts.p ?? comparison.p;
  const { ratio, interval, leadsP, largestLead, dispersion, counts } = comparison;
  return {
    ...rest,
    shown: "full",
    rows: comparison.months.map(
      ({ relative, ratio: value, interval: { low, high } }): FindingRow => ({
        key: String(relative),
        figures: { ratio: value, low, high },
      }),
    ),
    interval,
    comparison: { per: 1, level: 0.95, dispersion, family: { method: "holm", comparisons } },
    values: {
      ...rest.values,
      withBefore: counts.with[0],
      withAfter: counts.with[1],
      withoutBefore: counts.without[0],
      withoutAfter: counts.without[1],
      ratio,
      low: interval.low,
      high: interval.high,
      p,
      direction: directionOf(interval, p),
      ...(leadsP === undefined ? {} : { leadsP }),
      ...(largestLead === undefined ? {} : { largestLead }),
    },
  };
}
