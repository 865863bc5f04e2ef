import type { Issue } from "@evenhand/standard";
import { InputError } from "../read/input-error.ts";
import { columnPlaces, roleOf } from "./column-places.ts";
import words from "./event-words.json" with { type: "json" };
import { mostCharacters, readTextTable } from "./text-table.ts";

/** One event as text, before anything is made of it. */
export type EventRow = {
  /** `Line 4` of a table, `Entry 2` of a list. */
  readonly place: string;
  readonly row: number;
  /** What a part says; empty where it says nothing. */
  readonly text: (role: string) => string;
};

/**
 * The events of a file as text: a table with a line of headers, or a JSON list of objects (or an object with such a list
 * as `events`).
 *
 * @throws InputError when it is neither, or names no event
 */
export function eventRows(
  text: string,
  name: string,
): { readonly rows: readonly EventRow[]; readonly issues: readonly Issue[] } {
  return /^[\ufeff\s]*[[{]/u.test(text) ? jsonRows(text, name) : tableRows(text, name);
}

function tableRows(text: string, name: string): ReturnType<typeof eventRows> {
  const table = readTextTable(text, name);
  const { places, issues } = columnPlaces(table, words.columns);
  if (!places.has("id") && !places.has("what")) {
    const found = table.columns
      .slice(0, 8)
      .map((column) => `“${column}”`)
      .join(", ");
    const message = `${name} has neither a column “what” (what happened) nor “id”; its columns are ${found}. Name the columns ${Object.keys(words.columns).join(", ")}; all but one of these two may be left out.`;
    throw new InputError("no-events", name, message);
  }
  const rows = table.rows.map(
    ({ line, row, cells }): EventRow => ({
      place: `Line ${line}`,
      row,
      text: (role) => cells[places.get(role) ?? -1] ?? "",
    }),
  );
  return { rows, issues: [...table.issues, ...issues] };
}

function jsonRows(text: string, name: string): ReturnType<typeof eventRows> {
  if (text.length > mostCharacters)
    throw new InputError("too-large", name, `${name} is larger than 1 MB, so it is no timeline of events.`);
  const value = parsed(text, name);
  const list = isRecord(value) ? value.events : value;
  if (!Array.isArray(list) || !list.every(isRecord))
    throw new InputError("no-events", name, `${name} is JSON, but no list of events: write [{"id": …, "what": …}, …].`);
  return {
    rows: list.map((entry, index) => {
      const cells = cellsOf(entry);
      return { place: `Entry ${index + 1}`, row: index + 1, text: (role) => cells.get(role) ?? "" };
    }),
    issues: [],
  };
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ""));
  } catch (cause) {
    throw new InputError("not-json", name, `${name} begins like JSON but is not: ${String(cause)}.`, { cause });
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function cellsOf(entry: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const [key, value] of Object.entries(entry)) {
    const role = roleOf(key, words.columns);
    if (role === undefined) continue;
    if (role === "what" && isRecord(value)) {
      cells.set("what", String(value.en ?? ""));
      if (value.es !== undefined) cells.set("what_es", String(value.es));
    } else if (!cells.has(role)) cells.set(role, cellText(value));
  }
  return cells;
}

/** Lists of subjects are written as the cell of a table would hold them. */
function cellText(value: unknown): string {
  if (Array.isArray(value))
    return value
      .map((part: unknown) =>
        isRecord(part) && Array.isArray(part.codes) ? `${String(part.field)}=${part.codes.join("|")}` : String(part),
      )
      .join("; ");
  return value === null || value === undefined ? "" : String(value).trim();
}
