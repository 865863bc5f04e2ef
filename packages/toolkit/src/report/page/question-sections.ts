import type { Finding } from "@evenhand/standard";
import { benchmarksChart } from "../charts/benchmarks-chart.ts";
import type { Boundaries } from "../charts/boundaries.ts";
import { disparityQuestions } from "../words/disparity/disparity-statement.ts";
import { everybodyElse, groupPeople } from "../words/disparity/group-phrase.ts";
import { leadingFinding } from "../words/main-findings.ts";
import type { Words } from "../words/words.ts";
import { cannotSayList } from "./cannot-say-list.ts";
import { findingSection } from "./finding-section.ts";
import { type Html, html, trusted } from "./html.ts";

/** Questions in the order a reader asks them; any other question follows. */
const order = [
  "how-often",
  "on-whom",
  "what-force",
  "why",
  "where",
  "resistance-and-deescalation",
  "outcomes",
  ...disparityQuestions,
  "change",
  "footprint",
];

/**
 * Ids of the questions that the findings answer, in reading order, without the gap report.
 *
 * @param others questions that have a section without any finding, such as events that are only listed
 */
export function questionIds(findings: readonly Finding[], others: readonly string[] = []): readonly string[] {
  const answered = findings.map(({ question }) => question).filter((question) => question !== "gap");
  const asked = new Set([...answered, ...others]);
  return [...order.filter((id) => asked.has(id)), ...[...asked].filter((id) => !order.includes(id))];
}

/** Heading of a question; one without words is named as it is. */
export function questionTitle(id: string, words: Words): string {
  return words.has(`measure.question.${id}`) ? words.say(`measure.question.${id}`) : id.replaceAll("-", " ");
}

/** A year-by-year finding of one year repeats the finding it divides. */
const isRepetition = ({ measure, rows }: Finding): boolean =>
  measure.endsWith("-by-year") && new Set(rows.map(({ key }) => key)).size < 2;

/** What a section of disparity says once: what it asks, what a disparity is, and with whom groups are compared. */
function introduction(id: string, findings: readonly Finding[], words: Words): Html | undefined {
  if (id === "footprint") return footprintIntroduction(words);
  if (!disparityQuestions.includes(id)) return undefined;
  const said = findings.filter(({ shown }) => shown !== "cannot-say");
  const reference = said.find(({ comparison }) => comparison?.reference !== undefined)?.comparison?.reference;
  const texts = [
    words.say(`disparity.section.${id}`),
    ...(said.length === 0 ? [] : [words.say("disparity.section.difference")]),
    ...(reference === undefined ? [] : [besideWhom(reference, words)]),
  ];
  return html`<p>${texts.join(" ")}</p>`;
}

const footprintIntroduction = (words: Words): Html =>
  html`<p>${["section", "section.band"].map((part) => words.say(`footprint.${part}`)).join(" ")}</p>`;

const besideWhom = (reference: string, words: Words): string =>
  reference === everybodyElse
    ? words.say("disparity.section.reference.everybody-else")
    : words.say("disparity.section.reference", { reference: groupPeople(reference, words) });

/** All benchmarks side by side, before each has its own section; nothing with fewer than two. */
function overview(id: string, findings: readonly Finding[], words: Words): Html | undefined {
  const chart = id === "rates" ? benchmarksChart(findings, words) : undefined;
  return chart && html`<figure>${trusted(chart.svg)}<figcaption>${chart.caption}</figcaption></figure>`;
}

/**
 * One section a question: each measure once, in its leading unit, with the other units folded under it. Several measures
 * that cannot be said yet share one list at the end; `last` closes the section.
 */
export function questionSection(
  id: string,
  findings: readonly Finding[],
  words: Words,
  { boundaries, last }: { readonly boundaries?: Boundaries | undefined; readonly last?: Html | undefined } = {},
): Html {
  const own = findings.filter((finding) => finding.question === id && !isRepetition(finding));
  const measures = [...Map.groupBy(own, ({ measure }) => measure).values()];
  const leading = measures.flatMap((same) => leadingFinding(same) ?? []);
  const unsaid = leading.filter(({ shown }) => shown === "cannot-say");
  const listed = unsaid.length > 1 ? unsaid : [];
  const othersListed = own.filter(
    (finding) => !listed.includes(finding) && listed.some(({ measure }) => measure === finding.measure),
  );
  const sections = leading
    .filter((finding) => !listed.includes(finding))
    .map((finding) => {
      const others = own.filter((other) => other.measure === finding.measure && other !== finding);
      return findingSection(finding, others, words, boundaries);
    });
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${questionTitle(id, words)}</h2>${introduction(
    id,
    own,
    words,
  )}${overview(id, own, words)}${sections}${cannotSayList(listed, othersListed, words)}${last}</section>`;
}
