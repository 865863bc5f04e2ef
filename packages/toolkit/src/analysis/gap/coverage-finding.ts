import type { Finding, FindingRow, Unit } from "@evenhand/standard";
import { cannotSay, countFinding } from "../build-finding.ts";
import type { CaveatId } from "../caveat.ts";
import type { CellTable } from "../cell-table.ts";
import { monthsBetween } from "../months.ts";
import type { QuestionContext } from "../question.ts";
import { countOf, type Tally, tally } from "../tally.ts";
import rules from "./coverage-rules.json" with { type: "json" };

/**
 * Which months the records cover: rows are the months that hold none (no count: a silent month is not a zero), the
 * months that hold far fewer than the middle one, and the first and last month, which may be cut short. `values` hold
 * the months in the period, how many hold records, and the middle month.
 */
export function coverageFinding(context: QuestionContext, unit: Unit, table: CellTable): Finding {
  const subject = { question: "gap", measure: "coverage", unit, element: "date", method: "coverage-by-month" } as const;
  const tallied = tally(table, "occurred_month", { missingColumn: "occurred_date_missing", otherwise: "unknown" });
  const recorded = tallied.values.map(({ value }) => value).sort();
  const months = monthsBetween(recorded[0], recorded.at(-1));
  if (months.length === 0) return cannotSay(context, subject, tallied.total === 0 ? "no-records" : "no-dates");

  const middle = median(months.map((month) => countOf(tallied, month)));
  const rows = months.flatMap((month, index) =>
    monthRow(tallied, month, middle, index === 0 || index === months.length - 1),
  );
  const silent = rows.filter(({ note }) => note === "no-records-then").length;
  const values = {
    months: months.length,
    monthsWithRecords: recorded.length,
    silentMonths: silent,
    middleMonth: middle,
    firstMonth: months[0] ?? "",
    lastMonth: months.at(-1) ?? "",
  };
  const caveats: CaveatId[] = ["edge-months"];
  if (silent > 0)
    caveats.push(tallied.known / months.length < rules.silentMean.value ? "silence-by-chance" : "no-records-then");
  const dimension = { field: "incident.occurred_month" };
  return countFinding(context, { ...subject, dimension, values, caveats }, tallied, {
    rows,
    shown: "full",
    numerator: tallied.known,
  });
}

function monthRow(tallied: Tally, key: string, middle: number, isEdge: boolean): readonly FindingRow[] {
  const count = countOf(tallied, key);
  if (count === 0) return [{ key, note: "no-records-then" }];
  if (middle >= rules.lowMedian.value && count < rules.lowShare.value * middle)
    return [{ key, count, note: "month-very-low" }];
  return isEdge ? [{ key, count, note: "edge-months" }] : [];
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((left, right) => left - right);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[half - 1] ?? 0, sorted[half] ?? 0];
  return sorted.length % 2 === 0 ? (low + high) / 2 : high;
}
