import { CliError } from "../cli-error.ts";
import type { Command } from "../command.ts";
import { reviewAgree } from "../review/review-agree.ts";
import type { ReviewCommand } from "../review/review-command.ts";
import { reviewDecide } from "../review/review-decide.ts";
import { reviewRecord } from "../review/review-record.ts";
import { reviewReply } from "../review/review-reply.ts";
import { reviewSheet } from "../review/review-sheet.ts";
import { reviewStatus } from "../review/review-status.ts";

const parts: ReadonlyMap<string, ReviewCommand> = new Map([
  ["sheet", reviewSheet],
  ["agree", reviewAgree],
  ["record", reviewRecord],
  ["decide", reviewDecide],
  ["reply", reviewReply],
  ["status", reviewStatus],
]);
const options = [...new Set([...parts.values()].flatMap((part) => part.options))];
const flags = [...new Set([...parts.values()].flatMap((part) => part.flags ?? []))];

/** `evenhand review`: people's readings of an audit, how far they agree, and the department's reply. */
export const review: Command = {
  name: "review",
  options,
  flags,
  run: async (given, terminal, say) => {
    const [name = "", ...files] = given.files;
    const part = parts.get(name);
    const known = [...parts.keys()].join(", ");
    if (part === undefined) throw new CliError(say("review-unknown-part", { name, known }));
    const foreign = [
      ...options.filter((option) => given.option(option) !== undefined && !part.options.includes(option)),
      ...flags.filter((flag) => given.flag(flag) && part.flags?.includes(flag) !== true),
    ];
    if (foreign.length > 0)
      throw new CliError(say("review-foreign-option", { name, option: foreign.map((one) => `--${one}`).join(", ") }));
    await part.run({ given, files, terminal, say });
  },
};
