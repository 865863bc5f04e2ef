import { siteWords } from "../words/site-words.ts";
import type { Place } from "./place-index.ts";
import type { StatusColumns, StatusHeading } from "./status-columns.ts";
import { hasAny, placeLines, questionLines, type SortAsked } from "./status-lines.ts";

/** What a cell says: a word, and a sign for where the word does not fit; both empty where nothing is known. */
export type StatusCell = { readonly status: string; readonly text: string; readonly symbol: string };

/** A table with a heading for each column. Its signs are explained in `legend`. */
export type StatusTable = {
  /** Part of the address of the page, and of its anchor. */
  readonly id: string;
  readonly title: string;
  readonly intro: string;
  /** Departments that have nothing to show in it. */
  readonly without: string;
  /** What the rows are, with the way back to their own order. */
  readonly corner: StatusHeading;
  readonly columns: readonly StatusHeading[];
  readonly rows: readonly {
    readonly name: string;
    readonly href: string;
    readonly note?: string;
    readonly cells: readonly StatusCell[];
  }[];
  readonly legend: readonly StatusCell[];
  /** Whether its words fit only a wide screen: many narrow columns, or few wide ones. */
  readonly isDense: boolean;
  /** Says how many columns there are, where they may not fit. */
  readonly sideways: string;
};

/** Ids that a table can be put in order by: those of its headings. */
export const sortIds = (places: readonly Place[], table: StatusColumns): readonly string[] =>
  table.rows === undefined
    ? [...table.columns.keys()]
    : places.filter((place) => hasAny(place, table)).map(({ id }) => id);

/**
 * Departments and what is known of each, in the order of names or of one column.
 *
 * @param home address of the page that holds the table
 * @param sort id of a heading (see `sortIds`); any other text leaves the order
 */
export function statusTable(places: readonly Place[], table: StatusColumns, asked: SortAsked): StatusTable {
  const { id, title, intro, order, textOf, symbolOf } = table;
  const { language, home } = asked;
  const say = siteWords(language);
  const cell = (status: string | undefined): StatusCell =>
    status === undefined
      ? { status: "unknown", text: "", symbol: "" }
      : { status, text: textOf(status), symbol: symbolOf(status) };
  const { columns, rows } =
    table.rows === undefined ? placeLines(places, table, asked) : questionLines(places, table, asked);
  const found = new Set(rows.flatMap(({ statuses }) => statuses));
  return {
    id,
    title,
    intro,
    without: table.rows === undefined ? "" : withoutAny(places, table),
    corner: { text: table.rows?.heading ?? say("department"), href: `${home}#${id}`, isSorted: false },
    columns,
    rows: rows.map(({ statuses, ...row }) => ({ ...row, cells: statuses.map(cell) })),
    legend: order.filter((status) => found.has(status)).map(cell),
    isDense: columns.length > mostWords,
    sideways: columns.length > mostSigns ? say("sideways", { count: columns.length }) : "",
  };
}

/** More columns than this do not fit a laptop as words. */
const mostWords = 5;

/** More columns than this do not fit a phone, not even as signs. */
const mostSigns = 7;

function withoutAny(places: readonly Place[], table: StatusColumns): string {
  const names = places.filter((place) => !hasAny(place, table)).map(({ name }) => name);
  return names.length === 0 ? "" : `${table.rows?.without ?? ""} ${names.join("; ")}.`;
}
