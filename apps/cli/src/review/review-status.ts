import { firstChangedLine } from "@evenhand/toolkit/policy/review/review-history";
import { renderReview } from "@evenhand/toolkit/report/review/render-review";
import { CliError } from "../cli-error.ts";
import { writeOutput } from "../write-output.ts";
import { neededOption } from "./needed-option.ts";
import { openAudit } from "./open-audit.ts";
import { type OpenHistory, openHistory } from "./open-history.ts";
import type { ReviewCommand, ReviewInput } from "./review-command.ts";
import { reviewPage } from "./review-page.ts";
import { statusText } from "./status-text.ts";

/** Whoever writes the whole file anew can make it look whole; only an earlier copy shows it. */
async function checkEarlier({ path, history }: OpenHistory, { given, say }: ReviewInput): Promise<void> {
  const copy = given.option("earlier");
  if (copy === undefined) return;
  const earlier = await openHistory(copy, given.language);
  const changed = firstChangedLine(earlier.history, history);
  if (changed !== undefined) throw new CliError(say("review-not-a-continuation", { path, copy, line: changed }));
}

/** `evenhand review status`: where each verdict stands, and everything that happened. */
export const reviewStatus: ReviewCommand = {
  options: ["history", "earlier", "out"],
  run: async (input) => {
    const { given, files, terminal, say } = input;
    const { language } = given;
    if (files.length > 1) throw new CliError(say("review-one-audit"));
    const opened = files[0] === undefined ? undefined : await openAudit(files[0], say);
    const open = await openHistory(neededOption(input, "history"), language);
    await checkEarlier(open, input);
    const page = reviewPage(open, opened, { language, date: terminal.today });
    if (opened !== undefined && page.provisions.length === 0) throw new CliError(say("review-audit-not-recorded"));
    const out = given.option("out");
    if (out !== undefined) await writeOutput(out, renderReview(page));
    if (given.json) {
      const { provisions, events } = page;
      const history = { path: open.path, lines: events.length, head: open.head };
      const listed = provisions.map(({ quoted: _, machine, review, ...one }) => ({
        ...one,
        machine: machine ?? null,
        ...review,
        verdict: review.verdict ?? null,
        decision: review.decision ?? null,
      }));
      const result = { history, provisions: listed, events: open.history, page: out ?? null };
      terminal.out(`${JSON.stringify(result, null, 2)}\n`);
      return;
    }
    const made = out === undefined ? [] : [say("review-page-made", { path: out })];
    terminal.out(`${[statusText(page, say), ...made].join("\n")}\n`);
  },
};
