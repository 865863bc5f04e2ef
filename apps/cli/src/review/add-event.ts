import { eventProblem } from "@evenhand/toolkit/policy/review/event-problem";
import { eventProblemText } from "@evenhand/toolkit/policy/review/problem-text";
import type { ReviewAct, ReviewEvent } from "@evenhand/toolkit/policy/review/review-event";
import { appendEvent } from "@evenhand/toolkit/policy/review/review-history";
import { CliError } from "../cli-error.ts";
import { changeHistory } from "./change-history.ts";
import { eventTime } from "./event-time.ts";
import { neededOption } from "./needed-option.ts";
import type { ReviewInput } from "./review-command.ts";

/** Adds one line, on the provision and by the person that the command line names, and says so. */
export async function addEvent(
  input: ReviewInput,
  act: ReviewAct,
  key: "review-decided" | "review-replied" | "review-answered",
): Promise<void> {
  const { given, files, terminal, say } = input;
  const { language } = given;
  const [extra] = files;
  if (extra !== undefined) throw new CliError(say("review-no-files", { file: extra }));
  const path = neededOption(input, "history");
  const provision = neededOption(input, "provision");
  const who = neededOption(input, "who");
  let event: ReviewEvent | undefined;
  const changed = await changeHistory(path, { say, language }, (history) => {
    event = { ...act, at: eventTime(history, input), who, provision };
    const problem = eventProblem(history, event);
    if (problem !== undefined) throw new CliError(eventProblemText(problem, language));
    return appendEvent(history, event);
  });
  const lines = changed.history.length;
  const result = { history: path, lines, head: changed.head, added: event };
  const text = [say(key, { provision, who }), say("review-history-now", { path, lines, head: changed.head })];
  terminal.out(given.json ? `${JSON.stringify(result, null, 2)}\n` : `${text.join("\n")}\n`);
}
