import type { Finding, FindingRow } from "@evenhand/standard";
import { neweyWestLag } from "../../stats/regression/newey-west-covariance.ts";
import { daysOf, monthsApart } from "../change/month-series.ts";
import { step, written } from "./arithmetic.ts";
import type { ExplainedTable, Explainer, Step } from "./explanation.ts";
import { rLine, rLineOf } from "./r-lines.ts";
import { changeFunction } from "./series-lines.ts";

/**
 * A series with its event: the months that the regression was fitted to, what was expected of each, and the regression
 * itself in R. Where months are blanked there is no table and nothing can be redone.
 */
export const segmentedSeries: Explainer = (finding) => {
  const { values = {} } = finding;
  const months = comparedMonths(finding);
  const counted = windowSteps(finding);
  if (months === undefined) return { steps: counted };
  const series = seriesTable(months, String(values.firstMonth));
  if (finding.shown !== "full" || typeof values.seasons !== "number") return { tables: [series], steps: counted };
  return {
    tables: [series],
    steps: [...counted, ...expectedSteps(finding)],
    r: [
      ...changeFunction({ seasons: values.seasons, lag: lagOf(months.length) }),
      "found <- change(series$count)",
      ...told(finding),
    ],
  };
};

/** Months over which residuals may be correlated, as the regression takes them. */
export const lagOf = (months: number): number => Math.min(months - 1, Math.max(3, neweyWestLag(months)));

type Month = FindingRow & { readonly count: number };

/** The months that the regression saw; undefined where one of them is blanked. */
function comparedMonths({ rows, values = {} }: Finding): readonly Month[] | undefined {
  const [from, to] = [String(values.comparedFrom ?? ""), String(values.comparedTo ?? "")];
  const compared = rows.filter(
    ({ key, note }) => key >= from && key <= to && note !== "left-out" && note !== "no-records-then",
  );
  const months = compared.flatMap((row) => (row.count === undefined ? [] : [{ ...row, count: row.count }]));
  return months.length === compared.length && months.length > 0 ? months : undefined;
}

/** Month, count, days, number of the month, and whether it lies after the date: what the regression is fitted to. */
function seriesTable(months: readonly Month[], firstMonth: string): ExplainedTable {
  const [first] = months;
  return {
    name: "series",
    columns: ["month", "count", "days", "time", "level"],
    rows: months.map(({ key, count }) => [
      key,
      count,
      daysOf(key),
      monthsApart(first?.key ?? key, key) + 1,
      key >= firstMonth ? 1 : 0,
    ]),
  };
}

function windowSteps({ values = {} }: Finding): readonly Step[] {
  const { before, after } = values;
  if (typeof before !== "number" || typeof after !== "number" || before === 0) return [];
  return step("windows-ratio", undefined, `${written(after)} / ${written(before)}`, after / before);
}

/** What was expected, month by month, and what that leaves. */
function expectedSteps({ rows, values = {} }: Finding): readonly Step[] {
  const { expected, observed } = values;
  const parts = rows.flatMap(({ figures }) => (figures?.expected === undefined ? [] : [written(figures.expected)]));
  if (typeof expected !== "number" || typeof observed !== "number" || parts.length === 0) return [];
  return [
    ...step("expected-in-all", undefined, parts.join(" + "), expected),
    ...step("observed-less-expected", undefined, `${written(observed)} - ${written(expected)}`, observed - expected),
  ];
}

/** The finding's numbers as the regression in R gives them. */
function told({ values = {}, interval }: Finding): readonly string[] {
  const line = (name: string, expression: string, value: unknown) =>
    typeof value === "number" ? rLineOf(name, expression, value) : [];
  return [
    ...line("ratio", "found$ratio", values.ratio),
    ...line("ratio_low", "found$low", interval?.low),
    ...line("ratio_high", "found$high", interval?.high),
    ...line("own_p", "found$p", values.ownP),
    ...line("dispersion", "found$dispersion", values.dispersion),
    ...line("autocorrelation", "found$alike", values.autocorrelation),
    ...line("observed", "found$observed", values.observed),
    ...line("expected", "found$expected", values.expected),
    ...line("difference_low", "found$observed - found$expected - found$margin", values.differenceLow),
    ...line("difference_high", "found$observed - found$expected + found$margin", values.differenceHigh),
    ...line("smallest_fall", "exp(-(qnorm(0.975) + qnorm(0.8)) * found$error)", values.smallestFall),
    ...laterLine(values),
  ];
}

/** The same regression at the later date, where one shows as much. */
function laterLine({ laterMonth, laterRatio, firstMonth, phaseIn }: NonNullable<Finding["values"]>): readonly string[] {
  if (typeof laterMonth !== "string" || typeof laterRatio !== "number" || phaseIn !== 0 || firstMonth === undefined)
    return [];
  return [
    `series$level <- as.numeric(series$month >= "${laterMonth}")`,
    rLine("later_ratio", "change(series$count)$ratio", laterRatio),
  ];
}
