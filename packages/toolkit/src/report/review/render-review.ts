import { auditStyle } from "../audit/audit-style.ts";
import { reviewLinesStyle } from "../audit/review-lines.ts";
import { html, trusted } from "../page/html.ts";
import { reportStyle } from "../page/style.ts";
import { openWords } from "../words/words.ts";
import { eventsSection } from "./events-section.ts";
import { provisionSection } from "./provision-section.ts";
import type { ReviewPage } from "./review-page.ts";
import { standingSection } from "./standing-section.ts";

/**
 * A review as one HTML file that needs nothing else: where each verdict stands, who read it, what the department
 * replied, and everything that happened, in order. The same input gives the same bytes. What people and policies say
 * stays as written in every language.
 *
 * Not a grade: verdicts are counted, never added up to a score.
 */
export function renderReview({ language, date, history, provisions, events }: ReviewPage): string {
  const words = openWords(language);
  const title = words.say("review.title");
  const file = words.say("review.history-file", { name: history.name, lines: events.length });
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${trusted(
    reportStyle + auditStyle + reviewLinesStyle,
  )}</style></head>
<body><a class="skip" href="#review">${words.say("review.skip")}</a>
<header class="bar"><div class="wrap"><p class="brand">${words.say("review.brand")}</p></div></header>
<main class="wrap" id="review" tabindex="-1"><h1>${title}</h1><p class="lede">${words.say("review.lede", {
    provisions: provisions.length,
  })}</p><ul class="meta"><li>${file}</li><li>${words.say("review.made", { date: words.date(date) })}</li></ul>
<nav class="parts" aria-labelledby="parts"><h2 id="parts">${words.say("review.nav")}</h2><ul>${[
    "summary",
    "provisions",
    "events",
  ].map((id) => html`<li><a href="#${id}">${words.say(`review.${id}`)}</a></li>`)}</ul></nav>
${standingSection(provisions, words)}
<section aria-labelledby="provisions"><h2 id="provisions">${words.say("review.provisions")}</h2>
${provisions.map((provision) => provisionSection(provision, words))}</section>
${eventsSection(events, history.head, words)}
</main>
<footer><div class="wrap"><p>${words.say("review.footer")}</p></div></footer>
</body></html>
`.markup;
}
