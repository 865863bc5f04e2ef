import type { Finding } from "@evenhand/standard";
import type { Boundaries } from "../charts/boundaries.ts";
import { leadingFinding } from "../words/main-findings.ts";
import type { Words } from "../words/words.ts";
import { findingSection } from "./finding-section.ts";
import { type Html, html } from "./html.ts";

/** Questions in the order a reader asks them; any other question follows. */
const order = ["how-often", "on-whom", "what-force", "why", "where", "resistance-and-deescalation", "outcomes"];

/** Ids of the questions that the findings answer, in reading order, without the gap report. */
export function questionIds(findings: readonly Finding[]): readonly string[] {
  const asked = new Set(findings.map(({ question }) => question).filter((question) => question !== "gap"));
  return [...order.filter((id) => asked.has(id)), ...[...asked].filter((id) => !order.includes(id))];
}

/** Heading of a question; one without words is named as it is. */
export function questionTitle(id: string, words: Words): string {
  return words.has(`measure.question.${id}`) ? words.say(`measure.question.${id}`) : id.replaceAll("-", " ");
}

/** A year-by-year finding of one year repeats the finding it divides. */
const isRepetition = ({ measure, rows }: Finding): boolean =>
  measure.endsWith("-by-year") && new Set(rows.map(({ key }) => key)).size < 2;

/** One section a question: each measure once, in its leading unit, with the other units folded under it. */
export function questionSection(id: string, findings: readonly Finding[], words: Words, boundaries?: Boundaries): Html {
  const measures = Map.groupBy(
    findings.filter((finding) => finding.question === id && !isRepetition(finding)),
    ({ measure }) => measure,
  );
  const sections = [...measures.values()].flatMap((same) => {
    const leading = leadingFinding(same);
    const others = same.filter((finding) => finding !== leading);
    return leading === undefined ? [] : [findingSection(leading, others, words, boundaries)];
  });
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${questionTitle(id, words)}</h2>${sections}</section>`;
}
