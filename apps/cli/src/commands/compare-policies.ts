import { readFile } from "node:fs/promises";
import { setImmediate as breathe } from "node:timers/promises";
import { comparedEventColumns } from "@evenhand/standard";
import { auditDocuments } from "@evenhand/toolkit/policy/audit/audit-documents";
import { compareBundles } from "@evenhand/toolkit/policy/versions/compare-bundles";
import { provisionChanges } from "@evenhand/toolkit/policy/versions/provision-changes";
import { extendTimeline, timelineRow } from "@evenhand/toolkit/policy/versions/timeline-csv";
import { type TimelineEvent, timelineEvents } from "@evenhand/toolkit/policy/versions/timeline-events";
import { changeOrder } from "@evenhand/toolkit/report/policy-versions/change-order";
import { renderVersions } from "@evenhand/toolkit/report/policy-versions/render-versions";
import { openWords } from "@evenhand/toolkit/report/words/words";
import type { Arguments } from "../arguments.ts";
import { CliError } from "../cli-error.ts";
import type { Command } from "../command.ts";
import { showProgress } from "../progress.ts";
import { readVersion } from "../version-input.ts";
import { versionsJson } from "../versions-json.ts";
import { type ComparedVersions, cautionsOf, versionsPage } from "../versions-page.ts";
import type { Say } from "../words/words.ts";
import { writeOutput } from "../write-output.ts";
import { rubricNamed } from "./audit.ts";

export const comparePolicies: Command = {
  name: "compare-policies",
  options: ["rubric", "old-date", "new-date", "out", "events"],
  run: async (given, terminal, say) => {
    const { language } = given;
    const [oldPath, newPath, more] = given.files;
    if (oldPath === undefined || newPath === undefined || more !== undefined) throw new CliError(say("two-versions"));
    const rubric = rubricNamed(given.option("rubric") ?? "evenhand", say);
    const dates = { before: dateOption(given, "old-date", say), after: dateOption(given, "new-date", say) };
    const out = given.option("out") ?? "policy-changes.html";
    const eventsPath = given.option("events");
    const timeline = eventsPath === undefined ? undefined : await readTimeline(eventsPath, say);
    const progress = showProgress(terminal);
    const input = { terminal, progress, say, language };
    const before = { ...(await readVersion(oldPath, input)), ...dates.before };
    const after = { ...(await readVersion(newPath, input)), ...dates.after };
    progress.step(say("step-auditing"));
    const audits = [before, after].map(({ read }) => auditDocuments(read, rubric, { language }).provisions);
    await breathe();
    terminal.signal.throwIfAborted();
    progress.step(say("step-comparing"));
    const comparison = compareBundles(before.read, after.read);
    const provisions = provisionChanges(audits[0] ?? [], audits[1] ?? []);
    await breathe();
    terminal.signal.throwIfAborted();
    progress.step(say("step-drawing-comparison"));
    const compared: ComparedVersions = { before, after, rubric: rubric.id, comparison, provisions };
    const titles = Object.fromEntries(rubric.rules.map(({ id, question }) => [id, question]));
    const events = timelineEvents(comparison, {
      provisions,
      titles,
      ...(after.date === undefined ? {} : { givenDate: after.date }),
    });
    const page = versionsPage(compared, { language, date: terminal.today });
    await writeOutput(out, renderVersions(page));
    const written = eventsPath === undefined ? undefined : await writeTimeline(eventsPath, { timeline, events, say });
    progress.end();
    if (given.json) {
      const result = { ...versionsJson(compared, events.map(timelineRow)), comparison: out, timeline: written ?? null };
      terminal.out(`${JSON.stringify(result, null, 2)}\n`);
      return;
    }
    const words = openWords(language);
    const lines = changeOrder.flatMap((change) => {
      const count = provisions.filter((provision) => provision.change === change).length;
      return count === 0 ? [] : [`  ${words.say(`versions.tally.${change}`, { count })}`];
    });
    const { removed, added, reworded, moved } = comparison.counts;
    terminal.out(
      `${[
        say("comparison-made", { path: out }),
        ...cautionsOf(compared).map(
          (caution) => `${words.say("versions.caution")} ${words.say(`versions.caution.${caution}`)}`,
        ),
        ...lines,
        `  ${words.say("versions.summary.clauses", { removed, added, reworded, moved })}`,
        ...(written === undefined ? [] : [say("events-made", written)]),
      ].join("\n")}\n`,
    );
  },
};

/** A date that a person gave. @throws CliError when it is none */
function dateOption(given: Arguments, name: string, say: Say): { readonly date?: string } {
  const date = given.option(name);
  if (date === undefined) return {};
  const isReal = /^\d{4}-\d{2}-\d{2}$/.test(date) && new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) === date;
  if (!isReal) throw new CliError(say("wrong-date", { name, given: date }));
  return { date };
}

/** The timeline that is there, checked before any work is done; undefined where there is none. */
async function readTimeline(path: string, say: Say): Promise<string | undefined> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (!extendTimeline(text, []).isTimeline)
    throw new CliError(say("not-a-timeline", { path, columns: comparedEventColumns.join(",") }));
  return text;
}

async function writeTimeline(
  path: string,
  {
    timeline,
    events,
  }: { readonly timeline: string | undefined; readonly events: readonly TimelineEvent[]; readonly say: Say },
): Promise<{ readonly path: string; readonly added: number; readonly known: number }> {
  const extended = extendTimeline(timeline, events);
  if (!extended.isTimeline) throw new RangeError(`invalid timeline; must have been checked: ${path}`);
  await writeOutput(path, extended.text);
  return { path, added: extended.added, known: extended.known };
}
