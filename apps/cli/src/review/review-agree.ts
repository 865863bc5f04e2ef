import { readerKey } from "@evenhand/toolkit/policy/review/reader-key";
import { CliError } from "../cli-error.ts";
import { agreementText } from "./agreement-text.ts";
import { findAgreement } from "./find-agreement.ts";
import { openAudit } from "./open-audit.ts";
import { openSheets } from "./open-sheets.ts";
import type { ReviewCommand } from "./review-command.ts";

/** `evenhand review agree`: how far two readers of one audit agree, and where not. */
export const reviewAgree: ReviewCommand = {
  options: [],
  run: async ({ given, files, terminal, say }) => {
    const { language } = given;
    const [path, ...sheetPaths] = files;
    const opened = await openAudit(path, say);
    if (sheetPaths.length !== 2) throw new CliError(say("review-two-sheets"));
    const [first, second] = await openSheets(sheetPaths, opened, language);
    if (first === undefined || second === undefined) throw new CliError(say("review-two-sheets"));
    if (readerKey(first.reader) === readerKey(second.reader))
      throw new CliError(say("review-same-reader", { reader: first.reader }));
    const found = findAgreement(opened, [first, second]);
    const result = { audit: opened.id, ...found };
    terminal.out(`${given.json ? JSON.stringify(result, null, 2) : agreementText(found, { say, language })}\n`);
  },
};
