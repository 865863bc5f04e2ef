import { addReadings } from "@evenhand/toolkit/policy/review/add-readings";
import type { ReviewEvent, ReviewHistory } from "@evenhand/toolkit/policy/review/review-event";
import { CliError } from "../cli-error.ts";
import { changeHistory } from "./change-history.ts";
import { eventTime } from "./event-time.ts";
import { neededOption } from "./needed-option.ts";
import { type OpenAudit, openAudit } from "./open-audit.ts";
import { openSheets } from "./open-sheets.ts";
import type { ReviewCommand, ReviewInput } from "./review-command.ts";

const program = "Evenhand";

/**
 * Other documents start the review anew, so they must be meant: another department's audit in this history would undo it.
 */
function checkDocuments(history: ReviewHistory, { audit, documents }: OpenAudit, { given, say }: ReviewInput): void {
  const asked = new Set(audit.provisions.map(({ id }) => id));
  const last = history.findLast((event) => event.kind === "machine-read" && asked.has(event.provision));
  if (last?.kind !== "machine-read" || last.documents === documents || given.flag("new-documents")) return;
  throw new CliError(say("review-other-documents"));
}

const count = (events: readonly ReviewEvent[], kind: ReviewEvent["kind"]): number =>
  events.filter((event) => event.kind === kind).length;

/** `evenhand review record`: adds the machine's readings and people's sheets to a history. */
export const reviewRecord: ReviewCommand = {
  options: ["history", "at"],
  flags: ["new-documents"],
  run: async (input) => {
    const { given, files, terminal, say } = input;
    const { language } = given;
    const [path, ...sheetPaths] = files;
    const opened = await openAudit(path, say);
    const sheets = await openSheets(sheetPaths, opened, language);
    let added: readonly ReviewEvent[] = [];
    let known = 0;
    const changed = await changeHistory(
      neededOption(input, "history"),
      { say, language, mayBegin: true },
      (history) => {
        checkDocuments(history, opened, input);
        const at = eventTime(history, input);
        const next = addReadings(history, opened.audit, sheets, {
          audit: opened.id,
          documents: opened.documents,
          at,
          program,
        });
        ({ added, known } = next);
        return next.history;
      },
    );
    const machine = count(added, "machine-read");
    const people = count(added, "person-read");
    const issues = sheets.flatMap(({ path: file, issues: found }) =>
      found.map(({ code, message }) => ({ file, code, message })),
    );
    if (given.json) {
      const { path: history, head } = changed;
      const result = { history, lines: changed.history.length, head, added: { machine, people }, known, issues };
      terminal.out(`${JSON.stringify(result, null, 2)}\n`);
      return;
    }
    terminal.out(
      `${[
        added.length === 0 ? say("review-nothing-new") : say("review-recorded", { machine, people }),
        ...(known === 0 ? [] : [say("review-known", { known })]),
        ...issues.map(({ file, message }) => `  ${file}: ${message}`),
        say("review-history-now", { path: changed.path, lines: changed.history.length, head: changed.head }),
      ].join("\n")}\n`,
    );
  },
};
