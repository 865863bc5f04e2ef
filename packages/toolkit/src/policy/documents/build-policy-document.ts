import { withoutContents } from "./contents-lines.ts";
import type { DocumentBlock } from "./document-block.ts";
import { type HeaderDates, headerDates } from "./header-dates.ts";
import { looksLikeHeading } from "./heading-looks.ts";
import { lineBlocks } from "./line-blocks.ts";
import { lineMarker } from "./line-marker.ts";
import { mendSeries } from "./mend-series.ts";
import { mendSpaces, type Vocabulary, vocabularyOf } from "./mend-words.ts";
import { removeFurniture } from "./page-furniture.ts";
import type { PageLine } from "./page-line.ts";
import { pageLines } from "./page-lines.ts";
import type { PageText, ReadText, TextBlock } from "./page-text.ts";
import { policyClauses } from "./policy-clauses.ts";
import type { PolicyDocument, PolicyText, UnreadableDocument } from "./policy-document.ts";
import { type HeadingLine, policyHeading } from "./policy-heading.ts";
import { policyParts } from "./policy-parts.ts";
import { refuseText } from "./refuse-text.ts";
import { repeatedHeadings } from "./repeated-headings.ts";
import { rowSegments } from "./row-segments.ts";
import { removeRunningTitles } from "./running-titles.ts";

/** A policy before its text has a place in the document's. */
type Draft = {
  readonly blocks: readonly DocumentBlock[];
  readonly heading: readonly HeadingLine[];
  readonly furniture: readonly string[];
  readonly number?: string;
  readonly title?: string;
};

/** Lines at a policy's beginning within which its header ends, and those that can hold its title and dates. */
const headerLines = 60;
const titleLines = 25;

/**
 * From what a reader found in a file to policies and clauses with their exact places, or the reason why the document
 * cannot be judged. Pure: give it the same runs and it gives the same clauses.
 */
export function policyDocument(read: ReadText): PolicyDocument | UnreadableDocument {
  const { name, sha256 } = read;
  const confidence = meanConfidence(read.pages ?? []);
  const refused = refuseText(rawText(read), confidence);
  if (refused) return { name, sha256, isReadable: false, ...refused };
  const drafts = read.pages ? pageDrafts(read.pages) : blockDrafts(read.blocks ?? []);
  const hasPages = read.format === "pdf" || read.format === "scan" || (read.pages?.length ?? 0) > 1;
  const { text, policies } = assemble(drafts, hasPages, name);
  const left = refuseText(text);
  if (left) return { name, sha256, isReadable: false, ...left };
  return {
    name,
    sha256,
    isReadable: true,
    ...(hasPages && read.pages ? { pages: read.pages.length } : {}),
    text,
    policies,
    ...(confidence === undefined ? {} : { confidence }),
  };
}

/** The words before anything is taken off; lines are kept so that a letter can be told by its salutation. */
const rawText = ({ pages, blocks }: ReadText): string =>
  pages
    ? pages
        .map(({ runs }) => runs.map(({ text, y }, at) => (y === runs[at - 1]?.y ? ` ${text}` : `\n${text}`)).join(""))
        .join("\n")
    : (blocks ?? []).map(({ text }) => text).join("\n");

function meanConfidence(pages: readonly PageText[]): number | undefined {
  const recognized = pages.flatMap(({ runs, confidence }) =>
    confidence === undefined ? [] : [{ confidence, letters: runs.reduce((sum, { text }) => sum + text.length, 0) }],
  );
  const letters = recognized.reduce((sum, page) => sum + page.letters, 0);
  return letters === 0
    ? undefined
    : recognized.reduce((sum, page) => sum + page.confidence * page.letters, 0) / letters;
}

function pageDrafts(pages: readonly PageText[]): readonly Draft[] {
  const bare = removeRunningTitles(removeFurniture(pages.map((page) => ({ page, rows: rowSegments(page) }))));
  const lines = withoutContents(bare.flatMap(({ page, rows }) => pageLines(page, rows)));
  const words = vocabularyOf(lines.map(({ text }) => text));
  const furniture = new Map(bare.map((page) => [page.page.page, page.furniture]));
  return policyParts(lines, furniture).map(({ lines: all, ...part }) => {
    const own = withoutListedHeadings(all);
    const header = own.slice(0, headerLength(own));
    const found = lineBlocks(own, words, header.length);
    const blocks = pages.some(({ confidence }) => confidence !== undefined) ? mendSeries(found) : found;
    const heading = (header.length > 0 ? header : own)
      .slice(0, header.length > 0 ? titleLines : 8)
      .map(({ text, height }) => ({ text, height }));
    return { ...part, blocks, heading };
  });
}

function withoutListedHeadings(lines: readonly PageLine[]): readonly PageLine[] {
  const again = repeatedHeadings(
    lines.map(({ text, isBold }) => {
      const marker = lineMarker(text);
      const markerLength = marker?.length ?? 0;
      return {
        text,
        markerLength,
        isHeading: looksLikeHeading(text.slice(markerLength), isBold || marker !== undefined),
      };
    }),
  );
  return lines.filter((_, index) => !again.has(index));
}

/** How many lines stand before the text proper: up to the first full sentence or the named parts of an order. */
function headerLength(lines: readonly PageLine[]): number {
  const head = lines.slice(0, headerLines).filter(({ page }) => page === lines[0]?.page);
  const end = head.findIndex(({ text }) => opensText(text));
  return Math.max(0, end);
}

const opensText = (text: string): boolean =>
  /^(?:[IVX]+\.|\d+(?:\.\d+)*\.?|[A-Z]\.)?\s*(?:purpose|policy|policy statement|scope|background|definitions|contents|policy index)(?: and scope)?\s*(?:[:.]|$)/i.test(
    text,
  ) ||
  (text.length > 70 && /\s\p{Ll}{2,}\s\p{Ll}+\s\p{Ll}+\s/u.test(text));

/** Points an item stands further in for each level of a list. */
const listIndent = 20;

function blockDrafts(blocks: readonly TextBlock[]): readonly Draft[] {
  const words = vocabularyOf(blocks.map(({ text }) => text));
  const all = blocks.map((block) => documentBlock(block, words)).filter(({ text }) => text !== "");
  const again = repeatedHeadings(
    all.map(({ text, marker, kind }) => ({ text, markerLength: marker?.length ?? 0, isHeading: kind === "heading" })),
  );
  const own = all.filter((_, index) => !again.has(index));
  const heading = own
    .slice(0, 12)
    .map(({ text, level, kind }) => ({ text, height: kind === "heading" ? 20 - (level ?? 1) : 10 }));
  return [{ blocks: own, heading, furniture: [] }];
}

function documentBlock({ kind, level, text }: TextBlock, words: Vocabulary): DocumentBlock {
  const mended = mendSpaces(text.replace(/\s+/g, " ").trim(), words);
  const marker = kind === "heading" && !/\d/.test(mended) ? undefined : lineMarker(mended);
  return {
    kind: kind === "heading" ? "heading" : kind === "list-item" || marker ? "item" : "paragraph",
    text: mended,
    pages: [],
    ...(marker ? { marker } : {}),
    x: kind === "list-item" ? level * listIndent : 0,
    height: 0,
    isBold: false,
    isCell: false,
    ...(kind === "heading" ? { level } : {}),
  };
}

/** Dates of the header, and of headers and footers where the header has none. */
function policyDates({ heading, furniture }: Draft): HeaderDates {
  const own = headerDates(heading.map(({ text }) => text).filter((text) => text.length < 100));
  return { ...headerDates(furniture.filter((text) => !/copyright|lexipol/i.test(text))), ...own };
}

function assemble(
  drafts: readonly Draft[],
  hasPages: boolean,
  name: string,
): { text: string; policies: readonly PolicyText[] } {
  const pieces: string[] = [];
  let length = 0;
  let clauses = 0;
  const policies = drafts.map((draft) => {
    const starts = draft.blocks.map((block) => {
      const start = length;
      pieces.push(block.text, "\n");
      length += block.text.length + 1;
      return start;
    });
    const found = policyHeading([...draft.heading, ...draft.furniture.map((text) => ({ text, height: 0 }))]);
    const title =
      draft.title ??
      found.title ??
      draft.blocks.find(({ kind }) => kind === "heading")?.text ??
      name.replace(/\.\w+$/, "");
    const number = draft.number ?? found.number;
    const { effective, revised, supersedes } = policyDates(draft);
    const own = policyClauses(draft.blocks, {
      starts,
      hasPages,
      title: number && !title.startsWith(number) ? `${number} ${title}` : title,
    });
    return {
      title,
      ...(number ? { number } : {}),
      ...(effective ? { effective } : {}),
      ...(revised ? { revised } : {}),
      ...(supersedes ? { supersedes } : {}),
      clauses: own.map((clause) => {
        clauses += 1;
        return { id: `c${String(clauses).padStart(4, "0")}`, ...clause };
      }),
    };
  });
  return { text: pieces.join(""), policies };
}
