import { setImmediate as breathe } from "node:timers/promises";
import { auditDocuments } from "@evenhand/toolkit/policy/audit/audit-documents";
import { auditClarity } from "@evenhand/toolkit/policy/clarity/audit-clarity";
import { findInconsistencies } from "@evenhand/toolkit/policy/consistency/find-inconsistencies";
import { measuredPrecision } from "@evenhand/toolkit/policy/consistency/measured-precision";
import { formInconsistencies } from "@evenhand/toolkit/policy/form/form-inconsistencies";
import { rubrics } from "@evenhand/toolkit/policy/rules/rubrics";
import type { Rubric } from "@evenhand/toolkit/policy/rules/rule";
import { isContradiction } from "@evenhand/toolkit/report/audit/consistency-section";
import { renderAudit } from "@evenhand/toolkit/report/audit/render-audit";
import { settledCount, standingGroups } from "@evenhand/toolkit/report/audit/standing-groups";
import { standingCount } from "@evenhand/toolkit/report/audit/verdict-text";
import { openWords } from "@evenhand/toolkit/report/words/words";
import type { Language } from "../arguments.ts";
import { auditPage } from "../audit-page.ts";
import { CliError } from "../cli-error.ts";
import type { Command } from "../command.ts";
import { readFormOption } from "../form-input.ts";
import { type GivenDocument, readPolicies, unreadableText } from "../policy-input.ts";
import { showProgress } from "../progress.ts";
import { documentsId } from "../review/open-audit.ts";
import { readReviewOption, reviewJson, reviewsBeside } from "../review-beside.ts";
import type { Say } from "../words/words.ts";
import { writeOutput } from "../write-output.ts";

/** The rubric of an option. @throws CliError when there is none of that name */
export function rubricNamed(name: string, say: Say): Rubric {
  const rubric = Object.values(rubrics).find(({ id }) => id === name);
  if (rubric === undefined) throw new CliError(say("unknown-rubric", { name }));
  return rubric;
}

const documentJson = (document: GivenDocument) => ({
  name: document.name,
  sha256: document.sha256,
  pages: (document.isReadable ? document.pages : undefined) ?? null,
  readable: document.isReadable,
  reason: document.isReadable ? null : document.reason,
  ...(document.isReadable ? {} : { detail: document.detail }),
});

/** What a reader of the JSON must know of possible contradictions, as the page says it. */
function contradictionNote(language: Language): string {
  const words = openWords(language);
  const { low, high } = measuredPrecision;
  const measured = words.say("audit.consistency.precision", { low: words.percent(low), high: words.percent(high) });
  return `${words.say("audit.consistency.note")} ${measured}`;
}

export const audit: Command = {
  name: "audit",
  options: ["rubric", "form", "review", "out"],
  run: async (given, terminal, say) => {
    const { language } = given;
    const rubric = rubricNamed(given.option("rubric") ?? "evenhand", say);
    const out = given.option("out") ?? "audit.html";
    const progress = showProgress(terminal);
    const form = await readFormOption({ given, terminal, say });
    const history = await readReviewOption(given);
    const documents = await readPolicies(given, { terminal, progress, say });
    progress.step(say("step-auditing"));
    const found = auditDocuments(documents.read, rubric, { language });
    const read = { rubric: rubric.id, documents: documents.given.map(documentJson) };
    const reviews = reviewsBeside(history, found.provisions, { language, documents: documentsId(read) });
    await breathe();
    const consistency = [
      ...findInconsistencies(documents.read),
      ...(form === undefined ? [] : formInconsistencies(documents.read, form)),
    ];
    const clarity = auditClarity(documents.read);
    await breathe();
    terminal.signal.throwIfAborted();
    progress.step(say("step-drawing-audit"));
    const page = auditPage(
      { audit: found, consistency, clarity, form, reviews, given: documents.given },
      { language, date: terminal.today },
    );
    await writeOutput(out, renderAudit(page));
    progress.end();
    if (given.json) {
      const result = {
        ...read,
        provisions:
          history === undefined
            ? found.provisions
            : found.provisions.map((provision) => ({ ...provision, review: reviewJson(reviews.get(provision.id)) })),
        consistency: consistency.map(({ id, kind, subject, clauses, why, isAcrossDocuments }) => ({
          id,
          kind,
          subject,
          clauses,
          why,
          isAcrossDocuments,
        })),
        consistencyPrecision: { ...measuredPrecision, note: contradictionNote(language) },
        clarity,
        form: form ?? null,
        audit: out,
      };
      terminal.out(`${JSON.stringify(result, null, 2)}\n`);
      return;
    }
    const words = openWords(language);
    const counts = standingGroups(page.rules).map(
      ({ standing, rules }) => `  ${standingCount(standing, rules.length, words)}`,
    );
    const settled =
      history === undefined
        ? []
        : [`  ${words.say("audit.summary.reviewed", { count: settledCount(page.rules), rules: page.rules.length })}`];
    const unread = documents.given.flatMap((document) =>
      document.isReadable ? [] : [unreadableText(document, language)],
    );
    const unfit = say("audit-unfit", { count: consistency.filter(isContradiction).length });
    terminal.out(`${[say("audit-made", { path: out }), ...counts, ...settled, `  ${unfit}`, ...unread].join("\n")}\n`);
  },
};
