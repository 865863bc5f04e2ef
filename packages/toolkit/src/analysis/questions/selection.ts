import type { Finding, FindingRow } from "@evenhand/standard";
import { isRefusal } from "../../stats/refusal.ts";
import { eValue } from "../../stats/selection/e-value.ts";
import { knoxLoweMummoloBounds } from "../../stats/selection/knox-lowe-mummolo-bounds.ts";
import { knoxLoweMummoloTipping } from "../../stats/selection/knox-lowe-mummolo-tipping.ts";
import { benchmarkFinding } from "../benchmark/benchmark-finding.ts";
import { comparedSource, peopleQuery } from "../benchmark/people-cells.ts";
import { cannotSay, countFinding } from "../build-finding.ts";
import { everybodyElse } from "../compare/reference-group.ts";
import { forceOnly } from "../force-code.ts";
import { type QuestionContext, question } from "../question.ts";
import { personSource } from "../sources.ts";
import type { Tally } from "../tally.ts";
import rules from "./selection-rules.json" with { type: "json" };

const dimension = { field: "person.race_ethnicity", codeList: "race_ethnicity" };
const about = { question: "selection", element: "race", dimension, method: "selection-bounds" } as const;

/**
 * What is not in the records: how large a bias in who is stopped would have to be to change the sign of a comparison per
 * stop, and how strong something unmeasured would have to be to account for a ratio by itself. Neither says that there is
 * such a thing.
 */
export const selection = question<"people">({
  id: "selection",
  needs: ["person.race_ethnicity"],
  cells: (scope) => ({ people: peopleQuery(scope) }),
  answer: (context, cells) => {
    const benchmarks = context.benchmarks ?? [];
    if (personSource(context.scope) === undefined || benchmarks.length === 0) return [];
    const source = comparedSource(context.scope);
    const people = forceOnly(cells.people);
    const compared = benchmarks.map((benchmark) => benchmarkFinding(context, source, people, benchmark));
    const stops = compared.filter(({ comparison }) =>
      rules.contactKinds.value.includes(comparison?.benchmark?.kind ?? ""),
    );
    const noStops = cannotSay(
      context,
      { ...about, unit: source.unit, measure: "unrecorded-stop-bias" },
      "no-stops-benchmark",
    );
    return [
      ...compared.flatMap((finding) => unmeasured(context, finding)),
      ...(stops.length === 0 ? [noStops] : stops.flatMap((finding) => stopBias(context, finding))),
    ];
  },
});

const talliedOf = (finding: Finding): Tally => ({
  values: [],
  known: finding.denominator,
  missing: finding.missing,
  total: finding.total,
  ...(finding.years === undefined ? {} : { years: finding.years }),
});

/** Rows are the groups with a clear ratio: how strong something unmeasured would have to be. */
function unmeasured(context: QuestionContext, compared: Finding): readonly Finding[] {
  const { comparison } = compared;
  const rows = compared.rows.flatMap(({ key, count, compared: row }): FindingRow[] => {
    if (row?.ratio?.interval === undefined || count === undefined || row.reason === "small-counts") return [];
    if (row.direction !== "higher" && row.direction !== "lower") return [];
    const { estimate, limit } = eValue(row.ratio.value, { interval: row.ratio.interval });
    return [
      {
        key,
        count,
        compared: row,
        figures: { strength: estimate, ...(limit === undefined ? {} : { strengthLimit: limit }) },
      },
    ];
  });
  if (rows.length === 0 || comparison?.benchmark === undefined) return [];
  const lead = rows.find(({ key }) => key === compared.lead) ?? rows[0];
  const subject = { ...about, unit: compared.unit, measure: `unmeasured-per-${comparison.benchmark.id}` };
  const finding = countFinding(
    context,
    { ...subject, caveats: ["strength-not-selection", "race-as-recorded", "differences-not-causes"] },
    talliedOf(compared),
    {
      rows,
      shown: compared.shown,
      ...(compared.reason === undefined ? {} : { reason: compared.reason }),
      ...(lead?.count === undefined ? {} : { lead: lead.key, numerator: lead.count }),
    },
  );
  return [{ ...finding, comparison }];
}

/** Rows are group × ρ: the difference in force per stop if that share of the group's stops would not have happened. */
function stopBias(context: QuestionContext, compared: Finding): readonly Finding[] {
  const { comparison } = compared;
  const benchmark = comparison?.benchmark;
  if (benchmark === undefined || comparison?.reference === undefined || comparison.reference === everybodyElse)
    return [];
  const subject = { ...about, unit: compared.unit, measure: `stop-bias-per-${benchmark.id}` };
  const sides = compared.rows.flatMap(({ key, count, compared: row }) =>
    count === undefined || row?.exposure === undefined ? [] : [{ key, count, stops: row.exposure }],
  );
  const reference = sides.find(({ key }) => key === comparison.reference);
  if (compared.shown === "cannot-say" || compared.shown === "counts" || reference === undefined)
    return [cannotSay(context, subject, "no-ratio")];
  if (sides.some(({ count, stops }) => count > stops)) return [cannotSay(context, subject, "more-force-than-stops")];
  const rows = sides.filter((side) => side !== reference).flatMap((side) => biasRows(side, reference));
  const lead = rows.find(({ key }) => key === compared.lead);
  const caveats = ["bias-cannot-be-learnt", "benchmark-stops", "race-as-recorded", "differences-not-causes"] as const;
  const finding = countFinding(context, { ...subject, caveats }, talliedOf(compared), {
    rows,
    shown: compared.shown,
    ...(compared.reason === undefined ? {} : { reason: compared.reason }),
    ...(lead?.count === undefined ? {} : { lead: lead.key, numerator: lead.count }),
  });
  return [{ ...finding, comparison }];
}

type Side = { readonly key: string; readonly count: number; readonly stops: number };

function biasRows(side: Side, reference: Side): readonly FindingRow[] {
  const stratum = {
    groupShare: side.count / side.stops,
    referenceShare: reference.count / reference.stops,
    groupPart: side.stops / (side.stops + reference.stops),
  };
  const tipping = knoxLoweMummoloTipping(stratum.groupShare, stratum.referenceShare);
  const tippingShare = isRefusal(tipping) || !tipping.isReached ? {} : { tippingShare: tipping.discretionaryShare };
  return rules.discretionaryShares.value.map((share): FindingRow => {
    const { naive, amongGroup, bounds } = knoxLoweMummoloBounds(stratum, share);
    return {
      key: side.key,
      key2: String(share),
      count: side.count,
      compared: {
        exposure: side.stops,
        rate: { value: stratum.groupShare },
        difference: { value: naive },
        direction: "none",
      },
      figures: {
        discretionaryShare: share,
        amongGroup,
        ...(bounds === undefined ? {} : { low: bounds.low, high: bounds.high }),
        ...tippingShare,
      },
    };
  });
}
