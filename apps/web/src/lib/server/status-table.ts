import type { Language } from "@evenhand/standard";
import { siteWords } from "../words/site-words.ts";
import type { Place } from "./place-index.ts";

/** A table of departments: a row each, a column for each thing asked. Headings lead to the table in that order. */
export type StatusTable = {
  /** Part of the address of the page, and of its anchor. */
  readonly id: string;
  readonly title: string;
  readonly intro: string;
  readonly columns: readonly { readonly text: string; readonly href: string; readonly isSorted: boolean }[];
  readonly rows: readonly {
    readonly name: string;
    readonly href: string;
    readonly cells: readonly { readonly status: string; readonly text: string }[];
  }[];
};

/** What a table shows of a place, by the id of its columns. */
export type StatusColumns = {
  readonly id: string;
  readonly title: string;
  readonly intro: string;
  /** Titles of the columns by id, in order. */
  readonly columns: ReadonlyMap<string, string>;
  readonly statusOf: (place: Place, column: string) => string | undefined;
  readonly textOf: (status: string) => string;
  /** Best first; anything else comes last. */
  readonly order: readonly string[];
  readonly addressOf: (place: Place) => string;
};

/**
 * Departments in the order of their names, or of one column.
 *
 * @param home address of the page that holds the table
 * @param sort id of a column; any other text leaves the order of names
 */
export function statusTable(
  places: readonly Place[],
  table: StatusColumns,
  { language, home, sort }: { readonly language: Language; readonly home: string; readonly sort?: string | undefined },
): StatusTable {
  const { id, columns, statusOf, textOf } = table;
  const rank = (place: Place, column: string): number => {
    const at = table.order.indexOf(statusOf(place, column) ?? "");
    return at < 0 ? table.order.length : at;
  };
  const sorted = sort !== undefined && columns.has(sort) ? sort : undefined;
  const inOrder =
    sorted === undefined ? places : places.toSorted((one, other) => rank(one, sorted) - rank(other, sorted));
  const root = home === "/" ? "" : home;
  return {
    id,
    title: table.title,
    intro: table.intro,
    columns: [
      { text: siteWords(language)("department"), href: `${home}#${id}`, isSorted: false },
      ...Array.from(columns, ([column, text]) => ({
        text,
        href: `${root}/sorted/${id}/${column}#${id}`,
        isSorted: column === sorted,
      })),
    ],
    rows: inOrder.map((place) => ({
      name: place.name,
      href: table.addressOf(place),
      cells: Array.from(columns.keys(), (column) => {
        const status = statusOf(place, column);
        return { status: status ?? "unknown", text: status === undefined ? "" : textOf(status) };
      }),
    })),
  };
}
