import { verdictTitle } from "@evenhand/toolkit/report/audit/verdict-text";
import type { ReviewPage } from "@evenhand/toolkit/report/review/review-page";
import { statusOrder } from "@evenhand/toolkit/report/review/standing-section";
import { openWords } from "@evenhand/toolkit/report/words/words";
import type { Say } from "../words/words.ts";

/** Where every verdict of a review stands, in lines for a terminal; what needs a person first. */
export function statusText({ language, history, provisions, events }: ReviewPage, say: Say): string {
  const words = openWords(language);
  const groups = statusOrder.flatMap((status) => {
    const same = provisions.filter(({ review }) => review.status === status);
    if (same.length === 0) return [];
    const title = words.say("review.summary.count", {
      status: words.say(`review.status.${status}`),
      count: same.length,
    });
    const lines = same.flatMap(({ id, review: { verdict, readers, replies } }) => [
      `  ${id}: ${verdict === undefined ? words.say("review.standing.none") : verdictTitle(verdict, words)}`,
      ...(verdict === undefined ? readers : []).map((reader) =>
        `      ${reader.who}: ${verdictTitle(reader.verdict, words)}. ${reader.reason}`.trimEnd(),
      ),
      ...replies.map(({ isAnswer, who, text }) => {
        const [start = ""] = text.split("\n");
        return `      ${say(isAnswer ? "review-line-answer" : "review-line-reply", { who, text: start })}`;
      }),
    ]);
    return [title, ...lines];
  });
  return [say("review-history-now", { path: history.name, lines: events.length, head: history.head }), ...groups].join(
    "\n",
  );
}
