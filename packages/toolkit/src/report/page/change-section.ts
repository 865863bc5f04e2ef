import type { Finding, PolicyEvent } from "@evenhand/standard";
import { changeTimeline, type RecordedMonths } from "../charts/change-timeline.ts";
import { chartWidths } from "../charts/chart-size.ts";
import { type ListedEvent, listedEvents } from "../words/change/listed-events.ts";
import type { Words } from "../words/words.ts";
import { changeEvent } from "./change-event.ts";
import { timelineTable } from "./change-timeline-table.ts";
import { dataTable } from "./data-table.ts";
import { type Html, html, trusted } from "./html.ts";
import { questionTitle } from "./question-sections.ts";

/** Id of the section, and of the question it answers. */
export const changeQuestion = "change";

/**
 * What changed after each event: all events in order of time, then one part an event with what was recorded otherwise,
 * how many, what kind and on whom, and what else happened then.
 *
 * @param events as they were given; those that are not tested stand on the timeline only
 */
export function changeSection(findings: readonly Finding[], events: readonly PolicyEvent[], words: Words): Html {
  const own = findings.filter(({ question }) => question === changeQuestion);
  const listed = listedEvents(events, own);
  const parts = listed.flatMap((one) => {
    const ofEvent = own.filter(({ values }) => values?.event === one.event.id);
    return ofEvent.length === 0 ? [] : [changeEvent(one, ofEvent, { listed, words, hasEvents: events.length > 0 })];
  });
  const intro = `${words.say("change.section.asks")} ${words.say("change.section.follows")}`;
  return html`<section aria-labelledby="${changeQuestion}"><h2 id="${changeQuestion}">${questionTitle(
    changeQuestion,
    words,
  )}</h2><p>${intro}</p>${eventTimeline(listed, own, words)}${parts}</section>`;
}

/**
 * All events in order of time, drawn and as a table.
 *
 * @param addressOf page of an event by its id, where it has one
 */
export function eventTimeline(
  listed: readonly ListedEvent[],
  findings: readonly Finding[],
  words: Words,
  addressOf?: (event: string) => string,
): Html {
  const recorded = recordedMonths(findings);
  const svg = chartWidths.map((width) => changeTimeline(listed, width, words, recorded)).join("");
  const figure =
    svg === ""
      ? html`<p>${words.say("change.timeline.none")}</p>`
      : html`<figure>${trusted(svg)}<figcaption>${words.say("change.timeline.caption")}</figcaption></figure>`;
  const caption = words.say("change.timeline.from");
  const table = dataTable({
    caption,
    label: words.say("page.scroll", { caption }),
    ...timelineTable(listed, words, addressOf),
  });
  return html`<h3 class="spaced">${words.say("change.timeline.title")}</h3>${figure}${table}`;
}

/** From the first to the last month of any series that holds records. */
function recordedMonths(findings: readonly Finding[]): RecordedMonths | undefined {
  const months = findings
    .filter(({ method }) => method === "segmented-series")
    .flatMap(({ rows }) => rows.flatMap(({ key, count }) => (count === undefined ? [] : [key])))
    .filter((key) => /^\d{4}-\d{2}$/.test(key))
    .toSorted();
  const [from, to] = [months[0], months.at(-1)];
  return from === undefined || to === undefined ? undefined : { from, to };
}
