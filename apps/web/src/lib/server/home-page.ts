import type { Language } from "@evenhand/standard";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../addresses.ts";
import { siteWords } from "../words/site-words.ts";
import { type Place, readPlaces } from "./place-index.ts";
import type { Settings } from "./settings.ts";

/** What a table of places shows in one cell. */
type Status = { readonly status: string; readonly text: string };

const rank: readonly string[] = ["collected", "partly", "not_collected"];

/** The first page: every place, and who publishes what. `sort` is an element by which departments are put in order. */
export async function homePage({ releases }: Settings, language: Language, sort: string | undefined) {
  const say = siteWords(language);
  const to = addresses(language);
  const places = await readPlaces(releases);
  return {
    page: {
      title: say("home-title"),
      about: [say("about-1"), say("about-2"), say("about-3")],
      placesTitle: say("places"),
      none: say("no-places"),
      places: places.map((place) => ({
        name: place.name,
        href: to.place(place.id),
        period: periodText(place, language),
      })),
      ...(places.length === 0 ? {} : { table: elementsTable(places, language, sort) }),
    },
  };
}

function elementsTable(places: readonly Place[], language: Language, sort: string | undefined) {
  const say = siteWords(language);
  const to = addresses(language);
  const words = openWords(language);
  const titles = new Map(
    places.flatMap(({ summary }) => summary.elements.map(({ id, title }) => [id, title[language]])),
  );
  const statusOf = ({ summary }: Place, element: string) => summary.elements.find(({ id }) => id === element)?.status;
  const order = ({ summary }: Place): number => {
    const at = rank.indexOf(summary.elements.find(({ id }) => id === sort)?.status ?? "");
    return at < 0 ? rank.length : at;
  };
  const isSorted = sort !== undefined && titles.has(sort);
  const inOrder = isSorted ? places.toSorted((one, other) => order(one) - order(other)) : places;
  return {
    title: say("who-publishes-what"),
    intro: say("who-publishes-intro"),
    columns: [
      { text: say("department"), href: `${to.home}#who-publishes-what`, isSorted: false },
      ...Array.from(titles, ([id, text]) => ({
        text,
        href: `${to.home}?sort=${id}#who-publishes-what`,
        isSorted: id === sort,
      })),
    ],
    rows: inOrder.map((place) => ({
      name: place.name,
      href: to.notRecorded(place.id),
      cells: Array.from(titles.keys(), (id): Status => {
        const status = statusOf(place, id);
        return { status: status ?? "unknown", text: status === undefined ? "" : words.say(`page.status.${status}`) };
      }),
    })),
  };
}

/** "2019–2024; released on …". */
export function periodText({ summary }: Place, language: Language): string {
  const { period, date } = summary;
  const released = siteWords(language)("released", { date: openWords(language).date(date) });
  return period === undefined ? released : `${period.from.slice(0, 4)}–${period.to.slice(0, 4)}; ${released}`;
}
