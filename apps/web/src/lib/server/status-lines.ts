import type { Language } from "@evenhand/standard";
import { siteWords } from "../words/site-words.ts";
import type { Place } from "./place-index.ts";
import type { StatusColumns, StatusHeading } from "./status-columns.ts";

/** The language of a table, the page that holds it, and the heading that it is put in order by. */
export type SortAsked = { readonly language: Language; readonly home: string; readonly sort?: string | undefined };

type Line = {
  readonly name: string;
  readonly href: string;
  readonly note?: string;
  readonly statuses: readonly (string | undefined)[];
};
type Lines = { readonly columns: readonly StatusHeading[]; readonly rows: readonly Line[] };

function heading(text: string, column: string, { id }: StatusColumns, { home, sort }: SortAsked): StatusHeading {
  const root = home === "/" ? "" : home;
  return { text, href: `${root}/sorted/${id}/${column}#${id}`, isSorted: column === sort };
}

/** A row each department. */
export function placeLines(places: readonly Place[], table: StatusColumns, asked: SortAsked): Lines {
  const { columns, statusOf, addressOf } = table;
  const { sort } = asked;
  const sorted = sort !== undefined && columns.has(sort) ? sort : undefined;
  const inOrder = sorted === undefined ? places : ranked(places, table.order, (place) => statusOf(place, sorted));
  return {
    columns: Array.from(columns, ([column, text]) => heading(text, column, table, asked)),
    rows: inOrder.map((place) => ({
      name: place.name,
      href: addressOf(place),
      ...fictionMark(place, asked.language),
      statuses: Array.from(columns.keys(), (column) => statusOf(place, column)),
    })),
  };
}

/** A row each question, a column each department that has an answer. */
export function questionLines(places: readonly Place[], table: StatusColumns, asked: SortAsked): Lines {
  const { columns, statusOf } = table;
  const shown = places.filter((place) => hasAny(place, table));
  const sorted = shown.find(({ id }) => id === asked.sort);
  const ids = [...columns.keys()];
  const inOrder = sorted === undefined ? ids : ranked(ids, table.order, (column) => statusOf(sorted, column));
  return {
    columns: shown.map((place) => ({
      ...heading(place.name, place.id, table, asked),
      ...fictionMark(place, asked.language),
    })),
    rows: inOrder.map((column) => ({
      name: columns.get(column) ?? column,
      href: table.rows?.addressOf(column) ?? "",
      statuses: shown.map((place) => statusOf(place, column)),
    })),
  };
}

const ranked = <One>(
  all: readonly One[],
  order: readonly string[],
  statusOf: (one: One) => string | undefined,
): readonly One[] => {
  const rank = (one: One): number => {
    const at = order.indexOf(statusOf(one) ?? "");
    return at < 0 ? order.length : at;
  };
  return all.toSorted((one, other) => rank(one) - rank(other));
};

/** Whether a place has an answer in any column. */
export const hasAny = (place: Place, { columns, statusOf }: StatusColumns): boolean =>
  [...columns.keys()].some((column) => statusOf(place, column) !== undefined);

/** Says of a place that it is made up; empty for a real one. */
const fictionMark = ({ summary }: Place, language: Language): { readonly note?: string } =>
  summary.isFictional ? { note: siteWords(language)("made-up") } : {};
