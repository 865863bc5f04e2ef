import { timeProblem } from "@evenhand/toolkit/policy/review/event-problem";
import { eventProblemText } from "@evenhand/toolkit/policy/review/problem-text";
import type { ReviewHistory } from "@evenhand/toolkit/policy/review/review-event";
import { CliError } from "../cli-error.ts";
import type { ReviewInput } from "./review-command.ts";

/**
 * The moment of a new line: as given by `--at`, or now.
 * @throws CliError for a text that is no moment, one before the last line, or one that has not come yet
 */
export function eventTime(history: ReviewHistory, { given, terminal, say }: ReviewInput): string {
  const now = terminal.now().replace(/\.\d+Z$/, "Z");
  const at = given.option("at")?.trim() ?? now;
  const problem = timeProblem(history, at);
  if (problem !== undefined) throw new CliError(eventProblemText(problem, given.language));
  const latest = Math.max(Date.parse(now), Date.parse(history.at(-1)?.at ?? now));
  if (Date.parse(at) > latest) throw new CliError(say("review-at-future", { at, now }));
  return at;
}
