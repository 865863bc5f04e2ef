import { numbersFollowing, numbersIn, numbersInText, waysToWrite } from "./page-numbers.ts";

/** A finding as `--json` gives it. */
export type Written = { readonly id: string } & Parameters<typeof numbersFollowing>[0];

/** What a page writes of a finding: its sentence, and the cells of its tables, as text. */
export type FindingTexts = { readonly heading: string; readonly cells: readonly string[] };

/** Says which numbers of a text are not the finding's. Cells must be its own; a sentence may take one step from them. */
export function numberChecker(finding: Written): (texts: FindingTexts) => readonly string[] {
  const direct = new Set(numbersIn(finding).flatMap(waysToWrite));
  const following = new Set(numbersFollowing(finding).flatMap(waysToWrite));
  const named = new Set(numbersInText(JSON.stringify(finding).replaceAll(/:-?[\d.e+-]+(?=[,}\]])/g, "")));
  const isKnown = (number: string) => direct.has(number) || named.has(number) || isOfWords(number);
  return ({ heading, cells }) => {
    const inCells = cells.flatMap(numbersInText).filter((number) => !isKnown(number));
    const inHeading = numbersInText(heading).filter((number) => !isKnown(number) && !following.has(number));
    return [...inCells, ...inHeading].map((number) => `${finding.id}: ${number}`);
  };
}

/** Numbers of the fixed words around a figure ("5 in 100 values", "under 18", "12 before and 6 after"), and years. */
const isOfWords = (number: string): boolean =>
  /^(19|20)\d\d$/.test(number) ||
  ["1", "2", "5", "6", "12", "18", "20", "80", "90", "95", "100", "998", "1,000", "10,000", "100,000"].includes(number);

/** The sentence and the table cells of a finding's own page. */
export function ownPageTexts(markup: string): FindingTexts {
  // What follows shows the counts behind the finding, which are not all numbers of its own.
  const [own = ""] = markup.split("<h2>How it was worked out</h2>");
  return { heading: plain(/<h1[^>]*>(.*?)<\/h1>/s.exec(own)?.[1] ?? ""), cells: cellsOf(own) };
}

/** Every finding that a page shows as a section, by its anchor; and those in other units within it. */
export function sectionTexts(markup: string): readonly (FindingTexts & { readonly anchor: string })[] {
  return Array.from(markup.matchAll(/<section class="finding" id="([^"]+)">(.*?)<\/section>/gs)).flatMap(
    ([, anchor = "", body = ""]) => {
      const [main = "", ...others] = body.split(/(?=<h[2-6] id="finding-)/);
      const units = others.map((text) => {
        const [own = "", ...rest] = text.split("</details>");
        return { anchor: /id="([^"]+)"/.exec(own)?.[1] ?? "", heading: "", cells: cellsOf(own), rest: rest.join(" ") };
      });
      const after = units.map(({ rest }) => rest).join(" ");
      const said = /<h\d(?: class="said")?>(.*?)<\/h\d>/s.exec(main)?.[1] ?? "";
      return [{ anchor, heading: plain(said), cells: [...cellsOf(main), ...cellsOf(after)] }, ...units];
    },
  );
}

const cellsOf = (markup: string): readonly string[] =>
  Array.from(markup.matchAll(/<td\b[^>]*>(.*?)<\/td>/gs), ([, cell]) => plain(cell ?? ""));

/** Text without markup; the day of a date is no number of the finding. */
const plain = (markup: string): string =>
  markup
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/&#?\w+;/g, " ")
    .replaceAll(/ \d{1,2}, (?=\d{4})/g, " ");
