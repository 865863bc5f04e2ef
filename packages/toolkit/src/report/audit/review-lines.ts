import { type Html, html } from "../page/html.ts";
import type { Words } from "../words/words.ts";
import type { GivenVerdict, ReviewBeside } from "./review-beside.ts";
import { verdictTitle, withSymbol } from "./verdict-text.ts";

/** Style of the review's parts on a page. */
export const reviewLinesStyle = `
.tally a{vertical-align:top}.review{border-left:4px solid var(--mark);padding:.1rem 0 .1rem 1rem;margin:1rem 0}.review h4{margin-top:.2rem}.review p{margin:.3rem 0}.review ul{margin:.3rem 0;padding-left:1.2rem}
.review,.reply p,.said{overflow-wrap:anywhere}td.said{min-width:16rem}.reply{margin:.6rem 0;break-inside:avoid}.reply blockquote p,.said{white-space:pre-line}
`;

/** A moment as readers expect it: "May 1, 2024, 09:30 UTC". */
export const momentText = (at: string, words: Words): string =>
  words.say("review.moment", { date: words.date(at.slice(0, 10)), time: at.slice(11, 16) });

function given(key: string, { who, at, verdict, reason }: GivenVerdict, words: Words): string {
  return words.say(`review.${key}`, {
    who,
    moment: momentText(at, words),
    verdict: verdictTitle(verdict, words),
    reason: reason === "" ? words.say("review.reader.no-reason") : reason,
  });
}

function standing({ status, verdict }: ReviewBeside, words: Words): Html {
  if (verdict === undefined) return html`${words.say("review.standing.none")}`;
  const isFirst = status === "first-reading" || status === "one-reader";
  const key = isFirst ? "review.standing.first" : "review.standing";
  return withSymbol(verdict, words.say(key, { verdict: verdictTitle(verdict, words) }));
}

/** What people say of one answer: the verdict that stands, who read it, how a difference was decided, and the replies. */
export function reviewLines(review: ReviewBeside, words: Words): Html {
  const { says, readers, decision, replies, otherReadings } = review;
  const readings = readers.map(
    (reader) => html`<li>${given(reader.isBlind ? "reader.blind" : "reader.seen", reader, words)}</li>`,
  );
  return html`<div class="review"><h4>${words.say("review.heading")}</h4><p><strong>${standing(
    review,
    words,
  )}</strong> ${says}</p>${readings.length === 0 ? undefined : html`<ul>${readings}</ul>`}${
    decision && html`<p>${given(decision.isByReader ? "decision.reader" : "decision", decision, words)}</p>`
  }${
    otherReadings === 0 ? undefined : html`<p>${words.say("review.other-readings", { count: otherReadings })}</p>`
  }${replies.map(
    ({ isAnswer, who, at, text }) =>
      html`<figure class="reply"><figcaption>${words.say(isAnswer ? "review.answered" : "review.replied", {
        who,
        moment: momentText(at, words),
      })}</figcaption><blockquote><p>${text}</p></blockquote></figure>`,
  )}</div>`;
}
