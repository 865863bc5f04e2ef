import type { Finding } from "@evenhand/standard";
import { hasGapSentence } from "../words/gap-sentence.ts";
import { elementFindings, elementTitle } from "../words/gap-summary.ts";
import type { Words } from "../words/words.ts";
import { elementAnchor, policyAnchor } from "./anchors.ts";
import { dataTable, numberCell, textCell } from "./data-table.ts";
import { findingSection } from "./finding-section.ts";
import { caveatText } from "./finding-table.ts";
import { type Html, html } from "./html.ts";
import type { LinkBeside } from "./policy-beside.ts";

function usableText(finding: Finding, words: Words): string {
  const n = finding.numerator ?? finding.denominator;
  if (finding.total === 0 || n === 0) return words.say("page.gap.nothing");
  return words.say("page.gap.of", {
    n,
    total: words.say(`say.unit.${finding.unit}`, { n: finding.total }),
    percent: words.percent(n / finding.total),
  });
}

/** Caveats on how a unit is counted: the table of units says so once. */
const aboutUnits = [
  "force-lower-bound",
  "force-not-people",
  "incidents-by-row",
  "incidents-lower-bound",
  "people-by-row",
  "people-lower-bound",
  "people-not-countable",
  "reports-by-row",
];

function missingText(finding: Finding, words: Words): Html {
  const reasons = finding.missing
    .filter(({ count }) => count > 0)
    .map(({ reason, count }) =>
      words.say("say.missing.reason", { n: count, reason: words.say(`say.reason.${reason}`) }),
    );
  const ids = [...new Set([finding.reason, ...finding.caveats])];
  const why = ids.flatMap((id) => (id === undefined || aboutUnits.includes(id) ? [] : [caveatText(id, words)]));
  return html`${reasons.join("; ")}${reasons.length > 0 && why.length > 0 ? html`. ` : undefined}<span class="small">${why.join(" ")}</span>`;
}

/** Rules of a policy beside the records, and the page they stand on where it is another one. */
type Asking = { readonly links: readonly LinkBeside[]; readonly policyPage?: string };

/** The element's title, and the rules of the policy that ask for it. */
function elementCell(finding: Finding, { links, policyPage = "" }: Asking, words: Words): Html {
  const { element } = finding;
  if (element === undefined) return html`${elementTitle(finding, words)}`;
  const rules = links.filter(({ shows, elements }) => shows === "it" && elements.some(({ id }) => id === element));
  return html`<span id="${elementAnchor(element)}">${elementTitle(finding, words)}</span>${rules.map(
    ({ id, item }) =>
      html` <a class="to-policy" href="${policyPage}#${policyAnchor(id)}">${words.say("policy.back", { item: item[words.language] })}</a>`,
  )}`;
}

function elementTable(elements: readonly Finding[], asking: Asking, words: Words): Html {
  const years = [...new Set(elements.flatMap(({ rows }) => rows.map(({ key }) => key)))].toSorted();
  const caption = words.say("page.gap.caption");
  const yearTitle = (key: string) => (words.has(`measure.key.${key}`) ? words.say(`measure.key.${key}`) : key);
  const yearCell = (finding: Finding, year: string) => {
    const row = finding.rows.find(({ key, key2 }) => key === year && (key2 === undefined || key2 === "usable"));
    return numberCell(row?.share === undefined ? "–" : words.percent(row.share));
  };
  return dataTable({
    caption: `${caption}. ${words.say("page.gap.years")}`,
    label: words.say("page.scroll", { caption }),
    head: [
      textCell(words.say("page.gap.element")),
      textCell(words.say("page.gap.status")),
      textCell(words.say("page.gap.usable")),
      textCell(words.say("page.gap.missing")),
      ...years.map((year) => numberCell(yearTitle(year))),
    ],
    rows: elements.map((finding) => [
      textCell(elementCell(finding, asking, words)),
      textCell(html`<span class="status">${words.say(`page.status.${finding.status ?? "not_collected"}`)}</span>`),
      textCell(usableText(finding, words)),
      textCell(missingText(finding, words)),
      ...years.map((year) => yearCell(finding, year)),
    ]),
  });
}

/** A gap finding that says nothing yet, or that each line is one incident, adds nothing to the table. */
const saysMore = ({ shown, measure, caveats }: Finding): boolean =>
  shown !== "cannot-say" && (measure !== "row-explosion" || caveats.includes("rows-multiply"));

/** What is recorded and what is not: the element table, then coverage, changes, links and where race is missing. */
export function gapSection(findings: readonly Finding[], words: Words, asking: Asking = { links: [] }): Html {
  const elements = elementFindings(findings);
  const others = findings.filter(
    (finding) => finding.question === "gap" && hasGapSentence(finding) && saysMore(finding),
  );
  return html`<section aria-labelledby="gap"><h2 id="gap">${words.say("page.gap")}</h2><p>${words.say("page.gap.intro")}</p>${
    elements.length > 0 ? elementTable(elements, asking, words) : undefined
  }${others.map((finding) => findingSection(finding, [], words))}</section>`;
}
