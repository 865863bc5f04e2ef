import type { Cell, CellReader } from "../../release/cells.ts";

/** One made-up person on whom force was used, or several alike. */
export type SyntheticPerson = {
  /** `2019-04`. */
  readonly month: string;
  /** Code of `race_ethnicity`; undefined when it was not recorded. */
  readonly group?: string;
  readonly area?: string;
  readonly resistance?: string;
  readonly contactReason?: string;
  readonly injured?: "yes" | "no";
  /** Codes of `force_type` used on the person. */
  readonly force?: readonly string[];
  /** How many such people; default 1. */
  readonly number?: number;
};

/**
 * Answers cell queries on made-up people, for simulations: one scan, no tables in between. Every person is a row of
 * `persons`, and one row of `force` for each use of force on them. Not for queries that filter or count distinct values.
 *
 * @throws RangeError for a table, filter or column that made-up people do not have
 */
export function syntheticCells(people: readonly SyntheticPerson[]): CellReader {
  return async ({ from, by, where, distinct, marks = {} }) => {
    if (where !== undefined || distinct !== undefined) throw new RangeError("invalid query; filters are not supported");
    if (from !== "persons" && from !== "force")
      throw new RangeError(`invalid table; must be persons or force: ${from}`);
    const readers = by.map((column) => columnReader(column, marks));
    const groups = new Map<string, { key: Cell["key"]; count: number }>();
    for (const person of people) {
      const uses = from === "force" ? (person.force ?? []) : [undefined];
      for (const use of uses) {
        const key = readers.map((read) => read(person, use));
        const id = key.join("\u0001");
        const group = groups.get(id);
        if (group === undefined) groups.set(id, { key, count: person.number ?? 1 });
        else group.count += person.number ?? 1;
      }
    }
    return [...groups.values()];
  };
}

type Read = (person: SyntheticPerson, use: string | undefined) => string | number | null;

const readerByColumn: Readonly<Record<string, Read>> = {
  occurred_month: ({ month }) => month,
  occurred_year: ({ month }) => Number(month.slice(0, 4)),
  race_ethnicity: ({ group }) => group ?? null,
  race_ethnicity_missing: ({ group }) => (group === undefined ? "unknown" : null),
  neighborhood: ({ area }) => area ?? null,
  resistance_type: ({ resistance }) => resistance ?? null,
  contact_reason: ({ contactReason }) => contactReason ?? null,
  injured: ({ injured }) => injured ?? null,
  force_type: (_, use) => use ?? null,
};

/** Columns of the standard that made-up departments do not fill. */
const empty = [
  "gender",
  "age_band",
  "person_id_missing",
  "hospitalised",
  "arrested",
  "deescalation_used",
  "beat_or_district",
  "city",
  "county",
];

function columnReader(column: string, marks: Readonly<Record<string, readonly string[]>>): Read {
  if (column.startsWith("mark.")) {
    const types = marks[column.slice("mark.".length)] ?? [];
    return ({ force }) => (force === undefined ? null : force.some((type) => types.includes(type)) ? 1 : 0);
  }
  const name = column.replace(/^(persons|incidents)\./, "");
  const read = readerByColumn[name];
  if (read !== undefined) return read;
  if (empty.includes(name)) return () => null;
  throw new RangeError(`invalid column; made-up people do not have it: ${column}`);
}
