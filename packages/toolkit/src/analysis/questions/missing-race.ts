import type { Finding, FindingRow } from "@evenhand/standard";
import { type MissingAssumption, missingRange } from "../../stats/missing/missing-assumption.ts";
import { missingRateRatioBounds } from "../../stats/missing/missing-rate-ratio-bounds.ts";
import { isRefusal } from "../../stats/refusal.ts";
import { benchmarkFinding } from "../benchmark/benchmark-finding.ts";
import { comparedSource, peopleQuery } from "../benchmark/people-cells.ts";
import { cannotSay, countFinding } from "../build-finding.ts";
import { byYear, yearKey } from "../by-year.ts";
import type { CellTable } from "../cell-table.ts";
import { everybodyElse, referenceGroup } from "../compare/reference-group.ts";
import { forceOnly } from "../force-code.ts";
import { type QuestionContext, question } from "../question.ts";
import { showTally } from "../show.ts";
import { personSource, type Source, sourceColumn } from "../sources.ts";
import { couldBeKnown, type Tally, tally } from "../tally.ts";

const dimension = { field: "person.race_ethnicity", codeList: "race_ethnicity" };
const about = { question: "missing-race", element: "race", dimension, method: "missing-race-bounds" } as const;
const assumptions: readonly MissingAssumption[] = ["none", "no-less-than-known", "no-more-than-known"];

/**
 * What missing race could do: to a group's share, each year and in all, and to every ratio. The worst and the best case
 * assume nothing; two monotone assumptions, which the data cannot check, narrow them.
 */
export const missingRace = question<"people">({
  id: "missing-race",
  needs: ["person.race_ethnicity"],
  cells: (scope) => ({ people: peopleQuery(scope) }),
  answer: (context, cells) => {
    if (personSource(context.scope) === undefined) return [];
    const source = comparedSource(context.scope);
    const people = forceOnly(cells.people);
    const all = tally(people, sourceColumn(source, "persons", "race_ethnicity"));
    if (all.known === 0 || couldBeKnown(all) === 0) return [];
    return [
      shareFinding(context, source, people, all),
      ...(context.benchmarks ?? []).flatMap((benchmark) =>
        ratioFinding(context, benchmarkFinding(context, source, people, benchmark)),
      ),
    ];
  },
});

/** Rows are year × assumption for the largest group that the others are not compared with; `all` for all years. */
function shareFinding(context: QuestionContext, source: Source, people: CellTable, all: Tally): Finding {
  const reference = referenceGroup(new Map(all.values.map(({ value, count }) => [value, count])), context.reference);
  const lead = all.values.find(({ value }) => value !== reference)?.value;
  const subject = { ...about, unit: source.unit, measure: "share-by-year" };
  const { shown, reason, caveats } = showTally(all, context.coverage);
  if (lead === undefined || shown === "cannot-say") return cannotSay(context, subject, reason ?? "one-answer-only");
  const column = sourceColumn(source, "persons", "race_ethnicity");
  const years = byYear(people).map(({ year, table }) => ({ key: yearKey(year), tallied: tally(table, column) }));
  const rows = [{ key: "all", tallied: all }, ...years].flatMap(({ key, tallied }) => shareRows(key, tallied, lead));
  const whole = rows[0];
  return {
    ...countFinding(
      context,
      { ...subject, caveats: [...caveats, "assumptions-unchecked"], values: { group: lead } },
      all,
      {
        rows,
        shown: shown === "full" ? "range" : shown,
        ...(reason === undefined ? {} : { reason }),
        lead: "all",
        ...(whole?.count === undefined ? {} : { numerator: whole.count }),
      },
    ),
    ...(whole?.range === undefined ? {} : { range: whole.range }),
  };
}

function shareRows(key: string, tallied: Tally, lead: string): readonly FindingRow[] {
  const missing = couldBeKnown(tallied);
  const count = tallied.values.find(({ value }) => value === lead)?.count ?? 0;
  const total = tallied.known + missing;
  if (tallied.known === 0) return [];
  return assumptions.map((assumption) => {
    const added = missingRange(missing, count / tallied.known, assumption);
    const range = { low: (count + added.low) / total, high: (count + added.high) / total };
    return {
      key,
      key2: assumption,
      count,
      share: count / tallied.known,
      range,
      figures: { known: tallied.known, missing },
    };
  });
}

/** Rows are group × assumption: what each ratio could be, given the missing. */
function ratioFinding(context: QuestionContext, compared: Finding): readonly Finding[] {
  const { comparison, rows } = compared;
  const missing = couldBeKnown(compared);
  if (comparison?.benchmark === undefined || missing === 0) return [];
  const subject = { ...about, unit: compared.unit, measure: `ratio-per-${comparison.benchmark.id}` };
  const groups = rows.flatMap(({ key, count, compared: row }) =>
    row?.exposure === undefined || count === undefined || row.ratioRange === undefined
      ? []
      : [{ key, count, exposure: row.exposure }],
  );
  const all = rows.flatMap(({ key, count, compared: row }) =>
    row?.exposure === undefined ? [] : [{ key, count: count ?? 0, exposure: row.exposure }],
  );
  const bounded = groups.flatMap((group) => {
    const others = all.filter(({ key }) =>
      comparison.reference === everybodyElse ? key !== group.key : key === comparison.reference,
    );
    const reference = {
      count: others.reduce((sum, { count }) => sum + count, 0),
      exposure: others.reduce((sum, { exposure }) => sum + exposure, 0),
    };
    return assumptions.flatMap((assumption) =>
      boundRow(group, reference, { missing, known: compared.denominator, assumption }),
    );
  });
  if (bounded.length === 0) return [];
  const tallied: Tally = {
    values: [],
    known: compared.denominator,
    missing: compared.missing,
    total: compared.total,
    ...(compared.years === undefined ? {} : { years: compared.years }),
  };
  const lead = compared.lead;
  const finding = countFinding(
    context,
    { ...subject, caveats: ["assumptions-unchecked", "race-as-recorded", "differences-not-causes"] },
    tallied,
    {
      rows: bounded,
      shown: "range",
      reason: "many-missing",
      ...(lead === undefined ? {} : { lead }),
      ...(compared.numerator === undefined ? {} : { numerator: compared.numerator }),
    },
  );
  return [{ ...finding, comparison }];
}

type Count = { readonly count: number; readonly exposure: number };

function boundRow(
  { key, count, exposure }: Count & { readonly key: string },
  reference: Count,
  {
    missing,
    known,
    assumption,
  }: { readonly missing: number; readonly known: number; readonly assumption: MissingAssumption },
): readonly FindingRow[] {
  const other = Math.max(0, known - count - reference.count);
  const bounds = missingRateRatioBounds({ count, exposure }, reference, { missing, other, assumption });
  if (isRefusal(bounds)) return [];
  return [
    {
      key,
      key2: assumption,
      count,
      compared: {
        exposure,
        ...(bounds.known === undefined ? {} : { ratio: { value: bounds.known } }),
        ratioRange: bounds.bounds,
        direction: "none",
      },
      ...(bounds.tippingShare === undefined ? {} : { figures: { tippingShare: bounds.tippingShare } }),
    },
  ];
}
