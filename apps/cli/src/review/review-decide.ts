import { isVerdict, verdicts } from "@evenhand/toolkit/policy/review/verdicts";
import { CliError } from "../cli-error.ts";
import { addEvent } from "./add-event.ts";
import { neededOption } from "./needed-option.ts";
import type { ReviewCommand } from "./review-command.ts";

/** `evenhand review decide`: decides where two readers differ, with a reason. */
export const reviewDecide: ReviewCommand = {
  options: ["history", "provision", "verdict", "reason", "who", "at"],
  run: async (input) => {
    const verdict = neededOption(input, "verdict");
    if (!isVerdict(verdict))
      throw new CliError(input.say("review-unknown-verdict", { verdict, verdicts: verdicts.join(", ") }));
    await addEvent(input, { kind: "decided", verdict, reason: neededOption(input, "reason") }, "review-decided");
  },
};
