import type { ElementId, Estimate, Finding, FindingRow, RowComparison, Years } from "@evenhand/standard";
import { codeLists } from "@evenhand/standard";
import { isRefusal } from "../../stats/refusal.ts";
import { mantelHaenszelRiskRatio } from "../../stats/strata/mantel-haenszel-risk-ratio.ts";
import { cannotSay, countFinding } from "../build-finding.ts";
import type { CaveatId } from "../caveat.ts";
import type { QuestionContext } from "../question.ts";
import { showTally } from "../show.ts";
import { tallyOf } from "../tally.ts";
import { compareGroups } from "./compare-groups.ts";
import { type OutcomeCell, outcomeOf, outcomeStrata } from "./outcome-table.ts";
import { everybodyElse, referenceGroup } from "./reference-group.ts";
import { compareRule } from "./rule.ts";
import { shareEstimator } from "./share-estimator.ts";

/** What a finding of treatment is about. */
export type Treatment = {
  readonly measure: string;
  readonly element?: ElementId;
  /** Fields of the standard that tell it; not recorded where the source has a column for none of them. */
  readonly fields: readonly string[];
  /** Columns that situations were told apart by; none when the release has none. */
  readonly strata: readonly string[];
  readonly caveats: readonly CaveatId[];
};

const dimension = { field: "person.race_ethnicity", codeList: "race_ethnicity" };
const order: readonly string[] = codeLists.race_ethnicity.codes.map(({ code }) => code);

/**
 * Among people on whom force was used: the share of each group with an outcome, its ratio to the reference group's, and
 * the ratio among people in like situations (Mantel–Haenszel over the strata). What happened before force was used is
 * not in it: if who meets force is itself unequal, these shares can hide it.
 *
 * @param all people of the release, with or without a known outcome, and the years of their incidents
 */
export function treatmentFinding(
  context: QuestionContext,
  treatment: Treatment,
  cells: readonly OutcomeCell[],
  all: { readonly people: number; readonly years: Years | undefined },
): Finding {
  const { measure, element } = treatment;
  const subject = {
    question: "treatment",
    measure,
    unit: "people",
    dimension,
    method: "treatment-given-force",
    ...(element === undefined ? {} : { element }),
  } as const;
  const groups = order.flatMap((key) => {
    const { count, total } = outcomeOf(cells, key);
    return total === 0 ? [] : [{ key, count, exposure: total }];
  });
  const unknown = outcomeOf(cells, undefined);
  const known = groups.reduce((sum, { exposure }) => sum + exposure, 0);
  const { people, years } = all;
  const tallied = {
    ...tallyOf(
      new Map(groups.map(({ key, exposure }) => [key, exposure])),
      new Map([["unknown", Math.max(0, people - known)]]),
    ),
    ...(years === undefined ? {} : { years }),
  };
  if (groups.length === 0 || groups.every(({ count }) => count === 0))
    return cannotSay(context, subject, known === 0 ? unknownReason(context, treatment) : "absent-is-not-zero");

  const { shown, reason, caveats } = showTally(
    tallied,
    context.coverage,
    groups.reduce((sum, { count }) => sum + count, 0),
  );
  const reference = chooseReference(groups, context.reference);
  const missingShare = unknown.total === 0 ? 0 : unknown.total / (known + unknown.total);
  const compared = compareGroups(groups, { reference, missingShare }, shareEstimator({ missing: unknown }));
  const adjusted = groups.map(({ key }) => adjustedFor(cells, key, reference, treatment.strata));
  const rows = groups.map(({ key, count, exposure }, index): FindingRow => {
    const comparison = compared[index] ?? { direction: "none" };
    return { key, count, ...share(comparison), compared: { ...comparison, exposure, ...adjusted[index]?.row } };
  });
  const lead = rows
    .filter((row) => row.compared?.ratio !== undefined)
    .toSorted((left, right) => (right.compared?.exposure ?? 0) - (left.compared?.exposure ?? 0))[0];
  const isPooledUnfit = adjusted.some((result) => result?.isHeterogeneous);
  const finding = countFinding(
    context,
    {
      ...subject,
      values: { missingGroup: unknown.total, missingOutcome: Math.max(0, people - known - unknown.total) },
      caveats: [
        ...treatment.caveats,
        ...caveats,
        ...(isPooledUnfit ? ["strata-differ" as const] : []),
        "given-force",
        "race-as-recorded",
        "differences-not-causes",
      ],
    },
    tallied,
    {
      rows:
        shown === "counts" ? rows.map(({ key, count }) => ({ key, ...(count === undefined ? {} : { count }) })) : rows,
      shown,
      ...(reason === undefined ? {} : { reason }),
      ...(lead?.count === undefined ? {} : { lead: lead.key, numerator: lead.count }),
    },
  );
  return {
    ...finding,
    comparison: {
      reference,
      per: 1,
      level: compareRule("level"),
      family: { method: "holm", comparisons: compared.filter(({ p }) => p !== undefined).length },
      ...(rows.some((row) => row.compared?.adjusted !== undefined) ? { adjustedFor: treatment.strata } : {}),
    },
  };
}

function unknownReason({ scope }: QuestionContext, { fields }: Treatment): CaveatId {
  const isAsked = scope.fields.some(({ field, columns }) => fields.includes(field) && columns.length > 0);
  return isAsked || scope.fields.length === 0 ? "nothing-known" : "not-recorded";
}

const share = ({ rate }: RowComparison) => (rate === undefined ? {} : { share: rate.value });

/** White people need 20 of them with force used on them, not 20 with the outcome, to be compared with. */
function chooseReference(
  groups: readonly { readonly key: string; readonly exposure: number }[],
  chosen?: string,
): string {
  const reference = referenceGroup(new Map(groups.map(({ key, exposure }) => [key, exposure])), chosen);
  return groups.some(({ key }) => key === reference) ? reference : everybodyElse;
}

type Adjusted = { readonly row: { readonly adjusted?: Estimate }; readonly isHeterogeneous: boolean };

function adjustedFor(
  cells: readonly OutcomeCell[],
  key: string,
  reference: string,
  strata: readonly string[],
): Adjusted | undefined {
  if (strata.length === 0 || key === reference) return undefined;
  const table = outcomeStrata(cells, key, reference);
  const smallest = Math.min(
    table.reduce((sum, { total1 }) => sum + total1, 0),
    table.reduce((sum, { total0 }) => sum + total0, 0),
  );
  if (table.length < 2 || smallest < compareRule("smallTotal")) return undefined;
  const estimate = mantelHaenszelRiskRatio(table);
  if (isRefusal(estimate)) return undefined;
  const p = estimate.heterogeneity.p;
  const isHeterogeneous = p !== undefined && p < compareRule("significance");
  return { row: { adjusted: { value: estimate.ratio, interval: estimate.interval } }, isHeterogeneous };
}
