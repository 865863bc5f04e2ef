import type { Language } from "@evenhand/standard";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../addresses.ts";
import { siteWords } from "../words/site-words.ts";
import { elementColumns } from "./elements-table.ts";
import { type Place, readPlaces } from "./place-index.ts";
import { provisionColumns } from "./provisions-table.ts";
import { matchesSearch } from "./search.ts";
import type { Settings } from "./settings.ts";
import type { StatusColumns } from "./status-columns.ts";
import { sortIds, statusTable } from "./status-table.ts";

/** What a reader asked of the first page. */
export type HomeAsked = {
  readonly language: Language;
  /** A table and the column to put it in order by. */
  readonly sort?: { readonly table: string; readonly column: string };
  /** Words to look for in the places' names. */
  readonly search?: string;
};

/** The first page: every place, and who publishes what; undefined when there is no such table or column. */
export async function homePage({ releases, isStatic }: Settings, { language, sort, search }: HomeAsked) {
  const say = siteWords(language);
  const to = addresses(language);
  const places = await readPlaces(releases);
  const tables = tablesOf(places, language);
  const isThere =
    sort === undefined ||
    tables.some((table) => table.id === sort.table && sortIds(places, table).includes(sort.column));
  if (!isThere) return undefined;
  const found = search === undefined ? places : places.filter((place) => matchesSearch(place, search));
  const shown = tables.map((columns) => ({
    ...statusTable(places, columns, {
      language,
      home: to.home,
      sort: columns.id === sort?.table ? sort.column : undefined,
    }),
    csv: to.statusCsv(columns.id),
  }));
  const sorted = shown.find(({ id }) => id === sort?.table);
  const column = sorted?.columns.find(({ isSorted }) => isSorted)?.text;
  return {
    page: {
      title: say("home-title"),
      name: sorted && column ? say("sorted-title", { table: sorted.title, column }) : say("home-title"),
      about: [say("about-1"), say("about-2"), say("about-3")],
      ...(isStatic
        ? {}
        : {
            search: { action: to.home, label: say("search-label"), button: say("search-button"), text: search ?? "" },
          }),
      placesTitle: say("places"),
      none: places.length === 0 ? say("no-places") : found.length === 0 ? say("search-none") : "",
      places: found.map((place) => ({
        name: place.name,
        href: to.place(place.id),
        period: periodText(place, language),
      })),
      download: say("download-csv"),
      tables: shown,
    },
  };
}

/** The tables of departments that have something to show. */
export function tablesOf(places: readonly Place[], language: Language): readonly StatusColumns[] {
  return [elementColumns(places, language), provisionColumns(places, language)].filter(
    ({ columns }) => columns.size > 0,
  );
}

/** "2019–2024; released on …"; of a place that is made up, that first. */
export function periodText({ summary }: Place, language: Language): string {
  const { period, date, isFictional } = summary;
  const say = siteWords(language);
  return [
    ...(isFictional ? [say("made-up")] : []),
    ...(period === undefined ? [] : [`${period.from.slice(0, 4)}–${period.to.slice(0, 4)}`]),
    say("released", { date: openWords(language).date(date) }),
  ].join("; ");
}
