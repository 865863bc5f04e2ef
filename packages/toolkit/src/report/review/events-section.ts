import { verdictTitle } from "../audit/verdict-text.ts";
import { type Html, html } from "../page/html.ts";
import type { Words } from "../words/words.ts";
import type { ReviewLine } from "./review-page.ts";

const columns = ["when", "who", "question", "what", "said"];

function row({ kind, at, who, provision, verdict, text }: ReviewLine, words: Words): Html {
  const said = [verdict === undefined ? undefined : `${verdictTitle(verdict, words)}.`, text];
  return html`<tr><th scope="row">${at.slice(0, 10)} ${at.slice(11, 16)}</th><td>${who}</td><td><code>${provision}</code></td><td>${words.say(
    `review.event.${kind}`,
  )}</td><td class="said">${said.filter((part) => part !== undefined && part !== "").join(" ")}</td></tr>
`;
}

/** Everything that happened, line by line, oldest first. */
export function eventsSection(events: readonly ReviewLine[], head: string, words: Words): Html {
  const heads = columns.map((column) => html`<th scope="col">${words.say(`review.events.${column}`)}</th>`);
  return html`<section aria-labelledby="events"><h2 id="events">${words.say("review.events")}</h2><p>${words.say(
    "review.events.note",
    { head },
  )}</p><div class="scroll" tabindex="0" role="region" aria-labelledby="events"><table><caption><span>${words.say(
    "review.events.caption",
    { lines: events.length },
  )}</span></caption><thead><tr>${heads}</tr></thead><tbody>${events.map((event) =>
    row(event, words),
  )}</tbody></table></div></section>`;
}
