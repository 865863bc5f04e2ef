import type { Finding, FindingRow } from "@evenhand/standard";
import { couldBeKnown } from "../tally.ts";
import { rowKey, step, wilsonSteps, written } from "./arithmetic.ts";
import { count } from "./count.ts";
import type { Explainer, Step } from "./explanation.ts";
import { rInterval } from "./r-lines.ts";

/** Shares of the known records, what they could be given the missing, and Wilson's interval of the headline. */
export const shareOfKnown: Explainer = (finding, cells, beside) => {
  const { denominator, numerator, interval, lead } = finding;
  if (finding.shown === "cannot-say") return { steps: [] };
  const ranges = finding.rows.flatMap((row) => rangeSteps(row, recordsOf(row, finding)));
  const isHeadline = numerator !== undefined && interval !== undefined;
  const ends = isHeadline ? wilsonSteps({ count: numerator, total: denominator }, interval, lead) : [];
  const r = isHeadline
    ? rInterval("prop_test_interval", `prop.test(${numerator}, ${denominator}, correct = FALSE)$conf.int`, interval)
    : [];
  return { steps: [...count(finding, cells, beside).steps, ...ranges, ...ends], r };
};

type Records = { readonly known: number; readonly missing: number };

/** Records that a row is a part of: all, or those of its first key (a year) where rows have two. */
function recordsOf(row: FindingRow, finding: Finding): Records {
  if (row.key2 === undefined) return { known: finding.denominator, missing: couldBeKnown(finding) };
  const own = finding.rows.filter(({ key }) => key === row.key);
  const sum = (isWanted: (key2: string) => boolean): number =>
    own.reduce((total, { key2 = "", count: counted = 0 }) => total + (isWanted(key2) ? counted : 0), 0);
  const isMissing = (key2: string): boolean => key2.startsWith("missing:");
  return {
    known: sum((key2) => !isMissing(key2)),
    missing: sum((key2) => isMissing(key2) && key2 !== "missing:not_applicable"),
  };
}

function rangeSteps(row: FindingRow, { known, missing }: Records): readonly Step[] {
  if (row.count === undefined || row.range === undefined) return [];
  const all = `(${written(known)} + ${written(missing)})`;
  const share = row.key2 === undefined ? undefined : row.share;
  return [
    ...step("share", rowKey(row), `${written(row.count)} / ${written(known)}`, share),
    ...step("range-low", rowKey(row), `${written(row.count)} / ${all}`, row.range.low),
    ...step("range-high", rowKey(row), `(${written(row.count)} + ${written(missing)}) / ${all}`, row.range.high),
  ];
}
