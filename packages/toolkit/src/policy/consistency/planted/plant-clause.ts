import { policyDocument } from "../../documents/build-policy-document.ts";
import type { PageText, ReadText, TextBlock, TextRun } from "../../documents/page-text.ts";
import type { PolicyDocument } from "../../documents/policy-document.ts";

/** A sentence to plant: under a heading of its own where it has a section. */
export type Plant = { readonly text: string; readonly section?: string };

const lineHeight = 14;
const lettersOfLine = 84;

/**
 * A copy of a read document with a sentence set between two of its lines, or undefined where it has no such place: the
 * lines below move down, as if somebody had typed it into the order. It goes through the same steps as the document, so
 * its section and its kind are found, not given.
 *
 * @param at 0–1: how far down the document's places
 */
export function plantOnPage(read: ReadText, plant: Plant, at: number): PolicyDocument | undefined {
  const pages = read.pages ?? [];
  const places = pages.flatMap((page, index) => gaps(page).map((y) => ({ index, y })));
  const place = places[Math.floor(at * places.length)];
  if (place === undefined) return undefined;
  const grown = pages.map((page, index) => (index === place.index ? withLines(page, place.y, plant) : page));
  const document = policyDocument({ ...read, pages: grown });
  return document.isReadable ? document : undefined;
}

/** The same in the form of a word-processor file or a web page: headings, paragraphs and items, without places. */
export function plantInBlocks(document: PolicyDocument, plant: Plant, at: number): PolicyDocument | undefined {
  const blocks = document.policies.flatMap(({ clauses }) =>
    clauses.map(
      (clause): TextBlock => ({
        kind: clause.kind === "heading" ? "heading" : clause.kind === "item" ? "list-item" : "paragraph",
        level: 1,
        text: clause.text,
      }),
    ),
  );
  const index = 4 + Math.floor(at * Math.max(0, blocks.length - 6));
  const own: TextBlock[] = [
    ...(plant.section === undefined ? [] : [{ kind: "heading", level: 1, text: plant.section } as const]),
    { kind: "paragraph", level: 1, text: plant.text },
  ];
  const read: ReadText = {
    name: document.name,
    sha256: document.sha256,
    format: "docx",
    blocks: [...blocks.slice(0, index), ...own, ...blocks.slice(index)],
  };
  const planted = policyDocument(read);
  return planted.isReadable ? planted : undefined;
}

/** The y after which a sentence can be set: below a line that ends one, above a line that begins one, in the page's body. */
function gaps({ runs, height }: PageText): readonly number[] {
  const lines = [...Map.groupBy(runs, ({ y }) => Math.round(y))].toSorted(([a], [b]) => a - b);
  const words = (line: readonly TextRun[]): string =>
    line
      .map(({ text }) => text)
      .join(" ")
      .trim();
  return lines.flatMap(([y, line], index) => {
    const next = lines[index + 1];
    const isBody = y > height * 0.12 && y < height * 0.85;
    if (!isBody || next === undefined || next[0] > height * 0.9) return [];
    return /[\p{Ll})]\.\s*$/u.test(words(line)) && /^(?:\p{Lu}|\d+\.|\(?[a-zA-Z]\)|[A-Z]\.)/u.test(words(next[1]))
      ? [y]
      : [];
  });
}

function withLines(page: PageText, y: number, { text, section }: Plant): PageText {
  const [left = 72] = page.runs.map(({ x }) => x).toSorted((a, b) => a - b);
  const own = [...(section === undefined ? [] : [section.toUpperCase()]), ...wrap(text)];
  const shift = lineHeight * (own.length + 1);
  const lines = own.map((words, index) => ({
    text: words,
    x: left,
    y: y + lineHeight * (index + 1.5),
    width: words.length * 5,
    height: 10,
    ...(section !== undefined && index === 0 ? { isBold: true } : {}),
  }));
  const isBelow = (run: TextRun): boolean => Math.round(run.y) > y;
  return {
    ...page,
    height: page.height + shift,
    runs: [
      ...page.runs.filter((run) => !isBelow(run)),
      ...lines,
      ...page.runs.filter(isBelow).map((run) => ({ ...run, y: run.y + shift })),
    ],
  };
}

function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= lettersOfLine) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
