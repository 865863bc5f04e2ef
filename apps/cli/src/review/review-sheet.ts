import { stat } from "node:fs/promises";
import { makeSheet } from "@evenhand/toolkit/policy/review/review-sheet";
import { CliError } from "../cli-error.ts";
import { writeOutput } from "../write-output.ts";
import { neededOption } from "./needed-option.ts";
import { openAudit } from "./open-audit.ts";
import type { ReviewCommand } from "./review-command.ts";
import { ruleQuestions } from "./rule-questions.ts";

/** `evenhand review sheet`: a sheet for one reader to fill in. Never writes over a file: it may be filled in. */
export const reviewSheet: ReviewCommand = {
  options: ["reader", "out"],
  flags: ["not-blind"],
  run: async (input) => {
    const { given, files, terminal, say } = input;
    if (files.length > 1) throw new CliError(say("review-one-audit"));
    const { audit, id } = await openAudit(files[0], say);
    const reader = neededOption(input, "reader");
    const out = given.option("out") ?? "sheet.json";
    const isBlind = !given.flag("not-blind");
    if (
      await stat(out).then(
        () => true,
        () => false,
      )
    )
      throw new CliError(say("review-sheet-there", { path: out }));
    const sheet = makeSheet(audit.provisions, { audit: id, reader, isBlind, questions: ruleQuestions });
    await writeOutput(out, `${JSON.stringify(sheet, null, 2)}\n`);
    if (given.json) {
      const result = { sheet: out, audit: id, reader, isBlind, entries: sheet.entries.length };
      terminal.out(`${JSON.stringify(result, null, 2)}\n`);
      return;
    }
    const made = say("review-sheet-made", { path: out, reader, questions: sheet.entries.length });
    terminal.out(`${made}\n${say(isBlind ? "review-sheet-blind" : "review-sheet-not-blind")}\n`);
  },
};
