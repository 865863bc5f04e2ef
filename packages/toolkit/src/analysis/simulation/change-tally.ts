import type { Cell, CellReader } from "../../release/cells.ts";
import type { Random } from "../../stats/functions/random-counts.ts";
import type { MadePerson } from "./made-person.ts";

/** Counts of a made-up department's records by table, column, month and value; a missing value is "". */
export type RecordTally = {
  readonly counts: Map<string, Map<string, Map<string, number>>>;
};

const areas = ["North", "South", "East", "West"];
const reasons = ["disturbance", "traffic_stop", "domestic"];

/** Nothing counted yet. */
export const noTally = (): RecordTally => ({ counts: new Map() });

/** Counts the records of one incident. */
export function tallyIncident(
  tally: RecordTally,
  {
    month,
    people,
    random,
  }: { readonly month: string; readonly people: readonly MadePerson[]; readonly random: Random },
): void {
  const count = (column: string, value: string) => add(tally, column, month, value);
  count("incident", "");
  count("contact_reason", reasons[Math.floor(reasons.length * random())] ?? "");
  count("neighborhood", areas[Math.floor(areas.length * random())] ?? "");
  for (const { group, injured, force } of people) {
    count("race_ethnicity", group ?? "");
    count("injured", injured ? "yes" : "no");
    count("person", [...new Set(force)].sort().join(" "));
    for (const code of force) count("force_type", code);
  }
}

function add({ counts }: RecordTally, column: string, month: string, value: string): void {
  const months = counts.get(column) ?? new Map<string, Map<string, number>>();
  counts.set(column, months);
  const values = months.get(month) ?? new Map<string, number>();
  months.set(month, values);
  values.set(value, (values.get(value) ?? 0) + 1);
}

const columns = ["race_ethnicity", "injured", "contact_reason", "neighborhood", "force_type"];
const emptyTables: readonly string[] = ["officers", "resistance"];

/**
 * Answers the queries of the question of change on made-up records. Not for any other question: a query may group by one
 * column beside the month.
 *
 * @throws RangeError for a table that made-up departments do not have
 */
export function tallyCells(tally: RecordTally): CellReader {
  return async ({ from, by, marks = {} }) => {
    if (emptyTables.includes(from)) throw new RangeError(`invalid table; not in made-up departments: ${from}`);
    if (by.includes("occurred_date")) return edgeDays(tally);
    const mark = by.includes("mark.subject") ? new Set(marks.subject) : undefined;
    const column = columns.find((name) => by.includes(name));
    const source = mark === undefined ? (column ?? (from === "reports" ? "incident" : "")) : "person";
    const isKnown = (value: string) => value !== "" && source !== "incident";
    const cells: Cell[] = [];
    for (const [month, values] of tally.counts.get(source) ?? [])
      for (const [value, count] of values) {
        const key = by.map((name) => {
          if (name === "occurred_month") return month;
          if (name === "mark.subject") return value.split(" ").some((code) => mark?.has(code)) ? 1 : 0;
          if (name === column) return isKnown(value) ? value : null;
          return name === `${column}_missing` && !isKnown(value) ? "unknown" : null;
        });
        cells.push({ key, count });
      }
    return cells;
  };
}

/** A record on the first and last day of the period: no month is cut short. */
function edgeDays({ counts }: RecordTally): readonly Cell[] {
  const months = [...(counts.get("incident") ?? new Map()).keys()].sort();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    { key: [`${first}-01`], count: 1 },
    { key: [`${last}-28`], count: 1 },
  ];
}
