import { gapReport } from "@evenhand/toolkit/analysis/gap/gap-report";
import { renderLetter } from "@evenhand/toolkit/report/letter/render-letter";
import { CliError } from "../cli-error.ts";
import type { Command } from "../command.ts";
import { withRelease } from "../open-input.ts";
import { ownClauses, policyInput, policyLists } from "../policy-beside.ts";
import { writeOutput } from "../write-output.ts";

export const letter: Command = {
  name: "letter",
  options: ["state", "format", "out", "requester"],
  lists: policyLists,
  run: (given, terminal, say) =>
    withRelease(given, say, async (open) => {
      const format = given.option("format") ?? "markdown";
      if (format !== "markdown" && format !== "html")
        throw new CliError(`--format takes markdown or html, not “${format}”.`);
      const state = given.option("state")?.toUpperCase() ?? open.release.agency.state;
      if (state === undefined) throw new CliError(say("no-state"));
      const policy = await policyInput(given, terminal, say);
      const { findings } = await gapReport(open.release, open.cells);
      const requester = given.option("requester");
      const text = renderLetter({
        release: open.release,
        findings,
        state,
        language: given.language,
        format,
        today: terminal.today,
        ...(policy === undefined ? {} : { ownClauses: ownClauses(policy, findings, open.release) }),
        ...(requester === undefined ? {} : { requester: { name: requester } }),
      });
      const out = given.option("out");
      if (out !== undefined) await writeOutput(out, text);
      if (given.json)
        terminal.out(`${JSON.stringify({ state, format, letter: text, ...(out ? { path: out } : {}) }, null, 2)}\n`);
      else if (out === undefined) terminal.out(text.endsWith("\n") ? text : `${text}\n`);
      else terminal.out(`${say("letter-made", { path: out })}\n`);
    }),
};
