import type { Estimate, Finding, FindingRow, Interval } from "@evenhand/standard";
import { orderedRows } from "@evenhand/toolkit/report/words/ordered-rows";
import { keyTitle, secondKeyTitle } from "@evenhand/toolkit/report/words/titles";
import type { Words } from "@evenhand/toolkit/report/words/words";
import { csvText } from "../../csv-text.ts";

type Cell = string | number;
type Cells = Readonly<Record<string, Cell | undefined>>;

/**
 * A finding's rows as CSV, with what is missing, known and asked in all as lines of their own (`line` says which).
 * Names of columns are those of the finding in JSON; titles are in the reader's language. Shares are 0 to 1; a cell is
 * empty where there is no such number.
 */
export function findingCsv(finding: Finding, words: Words): string {
  const head = { finding: finding.id, release: finding.release.hash, unit: finding.unit };
  const lines: readonly Cells[] = [
    ...orderedRows(finding, words).map((row) => ({ ...head, line: "row", ...rowCells(row, finding, words) })),
    ...finding.missing.map(({ reason, count }) => ({
      ...head,
      line: "missing",
      key: reason,
      title: words.say(`say.reason.${reason}`),
      count,
    })),
    { ...head, line: "known", count: finding.denominator },
    { ...head, line: "total", count: finding.total },
  ];
  const used = new Set(lines.flatMap((line) => Object.keys(line).filter((name) => line[name] !== undefined)));
  const columns = [...new Set([...first, ...used])].filter((name) => used.has(name) || always.includes(name));
  return csvText([columns, ...lines.map((line) => columns.map((name) => line[name] ?? ""))]);
}

const always: readonly string[] = ["finding", "release", "unit", "line", "key", "title", "count"];
const first: readonly string[] = [...always.slice(0, -1), "key2", "title2", "count", "share"];

function rowCells(row: FindingRow, finding: Finding, words: Words): Cells {
  const { key, key2, count, share, range, note, figures, compared } = row;
  return {
    key,
    title: keyTitle(key, finding, words),
    ...(key2 === undefined ? {} : { key2, title2: secondKeyTitle(key2, finding, words) }),
    count,
    share,
    ...bounds("range", range),
    ...Object.fromEntries(Object.entries(figures ?? {}).map(([name, value]) => [`figures_${name}`, value])),
    ...(compared === undefined ? {} : comparedCells(compared)),
    note,
  };
}

function comparedCells(compared: NonNullable<FindingRow["compared"]>): Cells {
  const { exposure, rate, ratio, adjusted, remaining, ratioRange, difference, excess, p, expected, limits } = compared;
  return {
    exposure,
    ...estimate("rate", rate),
    ...estimate("ratio", ratio),
    ...estimate("adjusted", adjusted),
    ...estimate("remaining", remaining),
    ...bounds("ratioRange", ratioRange),
    ...estimate("difference", difference),
    excess,
    p,
    expected,
    ...bounds("limits_inner", limits?.inner),
    ...bounds("limits_outer", limits?.outer),
    direction: compared.direction,
    reason: compared.reason,
  };
}

const bounds = (name: string, interval: Interval | undefined): Cells =>
  interval === undefined ? {} : { [`${name}_low`]: interval.low, [`${name}_high`]: interval.high };

const estimate = (name: string, value: Estimate | undefined): Cells =>
  value === undefined ? {} : { [name]: value.value, ...bounds(name, value.interval) };
