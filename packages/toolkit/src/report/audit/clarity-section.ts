import { dataTable, numberCell, textCell } from "../page/data-table.ts";
import { type Html, html } from "../page/html.ts";
import type { Words } from "../words/words.ts";
import type { HardSentence, ListedClarity } from "./audit-page.ts";
import { inQuotes, quotation } from "./quotation.ts";

const shownTerms = 15;

/** How clear the documents are: grades, lengths, duties without an actor, jargon, terms; each with its worst sentences. */
export function claritySection(clarity: ListedClarity, words: Words): Html {
  const parts = [grades, lengths, passive, jargon, undefinedTerms, unusedTerms];
  return html`<section aria-labelledby="clarity"><h2 id="clarity">${words.say("audit.clarity")}</h2><p>${words.say(
    "audit.clarity.note",
  )}</p>${parts.map((part) => part(clarity, words) ?? html``)}</section>`;
}

const title = (key: string, words: Words): Html => html`<h3 class="spaced">${words.say(key)}</h3>`;

function grades({ grades: found, worst }: ListedClarity, words: Words): Html | undefined {
  if (found === undefined) return undefined;
  const { fleschKincaid, smog, everydayWords, unfamiliarShare } = found;
  const lines = [
    words.say("audit.clarity.grade", { grade: words.decimal(fleschKincaid) }),
    smog === undefined
      ? words.say("audit.clarity.smog.none")
      : words.say("audit.clarity.smog", { grade: words.decimal(smog) }),
    words.say("audit.clarity.everyday", {
      score: words.decimal(everydayWords),
      percent: words.percent(unfamiliarShare),
    }),
  ];
  return html`${title("audit.clarity.grades", words)}<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>${quoted(
    "audit.clarity.hardest",
    worst,
    words,
  )}`;
}

function lengths({ sentences }: ListedClarity, words: Words): Html | undefined {
  const { count, median, mean, ninetieth, longShare, longest } = sentences;
  if (count === 0) return undefined;
  const spread = { mean: words.decimal(mean), ninetieth: words.decimal(ninetieth) };
  return html`${title("audit.clarity.lengths", words)}<ul><li>${words.say("audit.clarity.sentences", {
    count,
    median: words.decimal(median),
    percent: words.percent(longShare),
  })}</li><li>${words.say("audit.clarity.spread", spread)}</li></ul><h4>${words.say(
    "audit.clarity.longest",
  )}</h4>${longest.map(
    (clause) => html`<p>${words.say("audit.clarity.length", { words: clause.words })}</p>${quotation(clause, words)}`,
  )}`;
}

function passive({ passiveDuties, mostPassive }: ListedClarity, words: Words): Html {
  return html`${title("audit.clarity.passive", words)}<p>${words.say("audit.clarity.passive.count", {
    count: passiveDuties,
  })}</p>${mostPassive.length === 0 ? undefined : html`<h4>${words.say("audit.clarity.passive.most")}</h4>`}${mostPassive.map(
    (sentence) => quotation(sentence, words, { found: sentence.passiveDuties }),
  )}`;
}

function jargon({ jargon: terms, mostJargon }: ListedClarity, words: Words): Html {
  const rows = terms
    .slice(0, shownTerms)
    .map(({ term, plain, count }) => [
      textCell(html`<span lang="en">${term}</span>`),
      textCell(plain),
      numberCell(words.number(count)),
    ]);
  const table = dataTable({
    caption: words.say("audit.clarity.jargon.caption", { shown: rows.length, count: terms.length }),
    label: words.say("audit.clarity.jargon"),
    head: [
      textCell(words.say("audit.clarity.jargon.term")),
      textCell(words.say("audit.clarity.jargon.plain")),
      numberCell(words.say("audit.clarity.jargon.uses")),
    ],
    rows,
  });
  return html`${title("audit.clarity.jargon", words)}<p>${words.say("audit.clarity.jargon.count", {
    count: terms.length,
  })}</p>${terms.length === 0 ? undefined : table}${
    mostJargon.length === 0 ? undefined : html`<h4>${words.say("audit.clarity.jargon.most")}</h4>`
  }${mostJargon.map((sentence) => quotation(sentence, words, { found: spellings(sentence) }))}`;
}

/** Jargon terms in the spelling of the sentence. */
const spellings = ({ text, jargon: terms }: HardSentence): readonly string[] =>
  terms.flatMap((term) => {
    const at = text.toLowerCase().indexOf(term.toLowerCase());
    return at < 0 ? [] : [text.slice(at, at + term.length)];
  });

function undefinedTerms({ undefinedTerms: terms }: ListedClarity, words: Words): Html {
  return html`${title("audit.clarity.undefined", words)}<p>${words.say("audit.clarity.undefined.count", {
    count: terms.length,
  })}</p>${terms.map(
    ({ term, forms, uses, clauses }) =>
      html`<h4 lang="en">${term}</h4><p>${words.say("audit.clarity.undefined.uses", {
        uses,
        forms: inQuotes(forms, words),
      })}</p>${clauses.slice(0, 1).map((clause) => quotation(clause, words))}`,
  )}`;
}

function unusedTerms({ unusedTerms: terms }: ListedClarity, words: Words): Html | undefined {
  if (terms.length === 0) return undefined;
  return html`${title("audit.clarity.unused", words)}<p>${words.say("audit.clarity.unused.note")}</p><ul>${terms.map(
    (term) => html`<li lang="en">${term}</li>`,
  )}</ul>`;
}

function quoted(key: string, sentences: readonly HardSentence[], words: Words): Html | undefined {
  if (sentences.length === 0) return undefined;
  return html`<h4>${words.say(key)}</h4>${sentences.map(
    (sentence) =>
      html`<p>${words.say("audit.clarity.words", {
        words: sentence.words,
        grade: words.decimal(sentence.grade),
      })}</p>${quotation(sentence, words)}`,
  )}`;
}
