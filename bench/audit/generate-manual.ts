import { type BuiltPage, buildPdf, type PrintedText } from "../../packages/toolkit/src/documents/testing/build-pdf.ts";
import { rubrics } from "../../packages/toolkit/src/policy/rules/rubrics.ts";
import { type SeededRandom, seededRandom } from "../../packages/toolkit/src/sample/seeded-random.ts";
import words from "./manual-words.json" with { type: "json" };

/** A line of a manual before it has a place on a page. */
type Line = { readonly text: string; readonly x: number; readonly size: number; readonly bold: boolean };

const lettersALine = 88;
const linesAPage = 50;
const [left, indent, pitch] = [72, 18, 13];

/** Pages of a policy, about; the policy on force is longer. */
const pagesAPolicy = 5;

/** Rules whose clear wording stands in the manual, so that an audit that found nothing is seen to have read nothing. */
export const plantedRules: readonly string[] = rubrics.evenhand.rules.flatMap(({ id, tests }) =>
  tests.some(({ verdict }) => verdict === "required") ? [id] : [],
);

/**
 * A made-up policy manual as a PDF with text, in the form such manuals have: a header and footer on every page, a
 * number and a large title for every policy, numbered sections, lists. The same seed and pages give the same bytes.
 */
export function generateManual({ pages, seed = 1 }: { readonly pages: number; readonly seed?: number }): Buffer {
  if (!(Number.isInteger(pages) && pages >= 5))
    throw new RangeError(`invalid pages; a whole number, at least 5: ${pages}`);
  const random = seededRandom(seed);
  const sheets: (readonly Line[])[] = [];
  for (let number = 100; sheets.length < pages; number += 1) {
    const isForce = number === 101;
    const lines = policyLines(random, number, isForce ? forceSentences() : undefined);
    for (let at = 0; at < lines.length; at += linesAPage) sheets.push(lines.slice(at, at + linesAPage));
  }
  return buildPdf(sheets.slice(0, pages).map((lines, index) => printedPage(lines, index + 1)));
}

function printedPage(lines: readonly Line[], page: number): BuiltPage {
  const body = lines.map(({ text, x, size, bold }, index) => ({ text, x, y: 80 + index * pitch, size, bold }));
  const furniture: readonly PrintedText[] = [
    { text: "Riverton Police Department", x: left, y: 40, size: 9 },
    { text: "Policy Manual", x: 480, y: 40, size: 9 },
    { text: `Riverton Police Department - made up for measuring - ${page}`, x: left, y: 765, size: 8 },
  ];
  return { texts: [...furniture, ...body] };
}

function policyLines(random: SeededRandom, number: number, planted: readonly string[] = []): readonly Line[] {
  const title = planted.length > 0 ? "Use of Force" : random.pick(words.subject);
  const lines: Line[] = [
    { text: "Policy", x: left, size: 16, bold: true },
    { text: `${number}`, x: left, size: 22, bold: true },
    { text: title, x: left, size: 18, bold: true },
  ];
  const queue = [...planted];
  const add = (text: string, x = left, bold = false): void => {
    for (const line of wrapped(text, lettersALine - (x - left) / 5)) lines.push({ text: line, x, size: 10, bold });
  };
  for (let section = 1; lines.length < (pagesAPolicy - 0.5) * linesAPage || queue.length > 0; section += 1) {
    add(`${number}.${section} ${words.sections[(section - 1) % words.sections.length]}`, left, true);
    for (let paragraph = random.integer(1, 3); paragraph > 0; paragraph -= 1)
      add([queue.shift(), ...Array.from({ length: random.integer(2, 5) }, () => sentence(random))].join(" ").trim());
    if (!random.chance(0.5)) continue;
    add(`${random.pick(words.who)} ${random.pick(["shall", "must"])}:`);
    for (let item = 0; item < random.integer(3, 6); item += 1)
      add(`(${"abcdef"[item]}) ${capital(random.pick(words.act))} ${random.pick(words.when)}.`, left + indent);
  }
  return lines;
}

/** The clearest wording of every rule, out of the rules' own test texts. */
const forceSentences = (): readonly string[] =>
  rubrics.evenhand.rules.flatMap(
    ({ tests }) => tests.find(({ verdict }) => verdict === "required")?.text.replaceAll(/\s*\n-?\s*/g, " ") ?? [],
  );

const sentence = (random: SeededRandom): string =>
  `${random.pick(words.who)} ${random.pick(words.duty)} ${random.pick(words.act)} ${random.pick(words.when)}.`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function wrapped(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  let open = "";
  for (const word of text.split(" ")) {
    if (open !== "" && open.length + 1 + word.length > letters) {
      lines.push(open);
      open = "";
    }
    open = open === "" ? word : `${open} ${word}`;
  }
  return open === "" ? lines : [...lines, open];
}
