import type { Language } from "@evenhand/standard";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../addresses.ts";
import { siteWords } from "../words/site-words.ts";
import type { Place } from "./place-index.ts";
import type { StatusColumns } from "./status-columns.ts";

/** A full, a half and an empty circle: they differ without colour. */
const symbols: Readonly<Record<string, string>> = { collected: "●", partly: "◐", not_collected: "○" };

/** Which departments' files hold which elements of a record. */
export function elementColumns(places: readonly Place[], language: Language): StatusColumns {
  const say = siteWords(language);
  const to = addresses(language);
  const words = openWords(language);
  const titles = places.flatMap(({ summary }) =>
    summary.elements.map(({ id, title }) => [id, title[language]] as const),
  );
  return {
    id: "who-publishes-what",
    title: say("who-publishes-what"),
    intro: say("who-publishes-intro"),
    columns: new Map(titles),
    statusOf: ({ summary }, column) => summary.elements.find(({ id }) => id === column)?.status,
    textOf: (status) => words.say(`page.status.${status}`),
    symbolOf: (status) => symbols[status] ?? "",
    order: ["collected", "partly", "not_collected"],
    addressOf: ({ id }) => to.notRecorded(id),
  };
}
