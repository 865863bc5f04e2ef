import { type MissingCount, type MissingReason, missingReasons, type Years } from "@evenhand/standard";
import { type CellTable, keyReader, optionalKeyReader, yearsOf } from "./cell-table.ts";

/** Records by the value of one column: `total = known + missing`, always. */
export type Tally = {
  /** Largest first, equal counts by value. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
  readonly known: number;
  readonly missing: readonly MissingCount[];
  readonly total: number;
  readonly years?: Years;
};

export type TallyOptions = {
  /** Column that holds the missing reason; default `<column>_missing`. */
  readonly missingColumn?: string;
  /** Reason for a missing value that carries none. */
  readonly otherwise?: MissingReason;
};

/**
 * Counts records by one column. A record whose value is missing is counted under its reason; where the column was
 * reached through a person and it is not known which person, the reason of that gap counts.
 */
export function tally(table: CellTable, column: string, options: TallyOptions = {}): Tally {
  const value = keyReader(table, column);
  const own = optionalKeyReader(table, options.missingColumn ?? `${column}_missing`);
  const link = optionalKeyReader(table, column.startsWith("persons.") ? "person_id_missing" : "");
  const countByValue = new Map<string, number>();
  const countByReason = new Map<MissingReason, number>();
  for (const cell of table.cells) {
    const found = value(cell);
    if (found !== null) add(countByValue, String(found), cell.count);
    else add(countByReason, toReason(own(cell) ?? link(cell), options.otherwise), cell.count);
  }
  const years = yearsOf(table);
  return { ...tallyOf(countByValue, countByReason), ...(years ? { years } : {}) };
}

/** Makes a tally of counts already made. */
export function tallyOf(
  countByValue: ReadonlyMap<string, number>,
  countByReason: ReadonlyMap<MissingReason, number>,
): Tally {
  const values = [...countByValue]
    .map(([value, count]) => ({ value, count }))
    .filter(({ count }) => count > 0)
    .sort((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1));
  const missing = missingReasons
    .map((reason) => ({ reason, count: countByReason.get(reason) ?? 0 }))
    .filter(({ count }) => count > 0);
  const known = values.reduce((sum, { count }) => sum + count, 0);
  return { values, known, missing, total: known + missingIn({ missing }) };
}

/** Count of one value, 0 if no record has it. */
export function countOf(tallied: Tally, value: string): number {
  return tallied.values.find((candidate) => candidate.value === value)?.count ?? 0;
}

/** Records whose value is missing, for whatever reason. */
export function missingIn(tallied: Pick<Tally, "missing">): number {
  return tallied.missing.reduce((sum, { count }) => sum + count, 0);
}

/** Records that could have the value although it is missing: all missing ones except those it does not apply to. */
export function couldBeKnown(tallied: Pick<Tally, "missing">): number {
  return tallied.missing.reduce((sum, { reason, count }) => sum + (reason === "not_applicable" ? 0 : count), 0);
}

function add<Key>(counts: Map<Key, number>, key: Key, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

const isReason = (word: unknown): word is MissingReason => missingReasons.some((reason) => reason === word);
const toReason = (word: unknown, otherwise: MissingReason = "not_recorded"): MissingReason =>
  isReason(word) ? word : otherwise;
