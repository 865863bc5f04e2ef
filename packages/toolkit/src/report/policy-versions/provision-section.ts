import { inQuotes, quotation } from "../audit/quotation.ts";
import { verdictTitle, withSymbol } from "../audit/verdict-text.ts";
import { type Html, html } from "../page/html.ts";
import type { Words } from "../words/words.ts";
import { changeOrder, withChangeSymbol } from "./change-order.ts";
import type { ChangedProvision, VersionAnswer } from "./versions-page.ts";

/** What changed on each question, what was lost first; the questions whose answer stayed are named at the end. */
export function provisionsSection(provisions: readonly ChangedProvision[], words: Words): Html {
  const changed = changeOrder.flatMap((change) =>
    change === "unchanged" ? [] : provisions.filter((provision) => provision.change === change),
  );
  const same = provisions.filter(({ change }) => change === "unchanged");
  return html`<section aria-labelledby="provisions"><h2 id="provisions">${words.say("versions.provisions")}</h2><p>${words.say(
    "versions.provisions.note",
  )}</p>${
    changed.length === 0
      ? html`<p>${words.say("versions.provisions.none")}</p>`
      : changed.map((provision) => provisionPart(provision, words))
  }${same.length === 0 ? undefined : sameAnswers(same, words)}</section>`;
}

/** One question: what became of it in a sentence, and both versions side by side. */
export function provisionPart(provision: ChangedProvision, words: Words): Html {
  const { id, question, change, before, after, weakeningsAdded, weakeningsRemoved } = provision;
  const weak = (key: string, found: readonly string[]): Html | undefined =>
    found.length === 0 ? undefined : html`<p>${words.say(key, { words: inQuotes(found, words) })}</p>`;
  return html`<article class="rule" aria-labelledby="rule-${id}"><h3 id="rule-${id}">${question}</h3>
<p class="verdict">${withChangeSymbol(change, changeSentence(provision, words))}</p>${weak(
    "versions.weak.added",
    weakeningsAdded,
  )}${weak("versions.weak.removed", weakeningsRemoved)}${
    change === "lost" ? html`<p>${words.say("versions.lost.note")}</p>` : undefined
  }<div class="sides">${side("before", before, words)}${side("after", after, words)}</div></article>
`;
}

function changeSentence({ change, before, after }: ChangedProvision, words: Words): string {
  const values = { before: verdictTitle(before.verdict, words), after: verdictTitle(after.verdict, words) };
  const doubt = [before.verdict, after.verdict].find(
    (verdict) => verdict === "cannot-tell" || verdict === "covered-elsewhere",
  );
  const isSameVerdict = before.verdict === after.verdict;
  const key = change === "unclear" ? (doubt ?? "both-ways") : isSameVerdict ? "same-verdict" : "verdicts";
  return words.say(`versions.change.${change}.${key}`, values);
}

function side(
  which: "before" | "after",
  { verdict, why, clauses, hedges, exceptions }: VersionAnswer,
  words: Words,
): Html {
  return html`<div class="side"><h4>${words.say(`versions.side.${which}`)}</h4><p class="verdict">${withSymbol(
    verdict,
    verdictTitle(verdict, words),
  )}</p><p>${words.say("audit.why", { why })}</p>${
    clauses.length > 0 && verdict === "silent"
      ? html`<p class="small">${words.say("audit.clauses.spoken")}</p>`
      : undefined
  }${clauses.map((clause) => quotation(clause, words, { hedges, exceptions }))}</div>`;
}

function sameAnswers(same: readonly ChangedProvision[], words: Words): Html {
  const reworded = (provision: ChangedProvision): string =>
    isReworded(provision) ? `; ${words.say("versions.same.reworded")}` : "";
  return html`<details class="same"><summary>${words.say("versions.same", { count: same.length })}</summary><ul>${same.map(
    (provision) =>
      html`<li>${provision.question} <strong>${verdictTitle(provision.after.verdict, words)}</strong>${reworded(provision)}</li>`,
  )}</ul></details>`;
}

/** Whether the words that decide the same answer are others now. */
function isReworded({ before, after }: ChangedProvision): boolean {
  const texts = ({ clauses }: VersionAnswer): string =>
    clauses
      .map(({ text }) =>
        text
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
          .trim(),
      )
      .toSorted()
      .join("\n");
  return texts(before) !== texts(after);
}
