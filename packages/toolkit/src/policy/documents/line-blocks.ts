import type { DocumentBlock } from "./document-block.ts";
import { looksLikeHeading } from "./heading-looks.ts";
import { type LineMarker, lineMarker } from "./line-marker.ts";
import { closeSpacedLetters, joinLines, mendSpaces, type Vocabulary } from "./mend-words.ts";
import type { PageLine } from "./page-line.ts";

type Open = { readonly lines: PageLine[]; readonly marker: LineMarker | undefined; readonly isHeader: boolean };

/** What the lines of a document have in common. */
type Measure = { readonly pitch: number; readonly height: number };

/**
 * Lines → headings, paragraphs and items, joined over line ends and pages.
 *
 * @param headerLines how many lines at the beginning are the policy's header
 */
export function lineBlocks(lines: readonly PageLine[], words: Vocabulary, headerLines = 0): readonly DocumentBlock[] {
  const measure = measured(lines);
  const open: Open[] = [];
  for (const [index, raw] of lines.entries()) {
    const line = { ...raw, text: mendSpaces(closeSpacedLetters(raw.text), words) };
    const last = open.at(-1);
    const marker = lineMarker(line.text);
    if (last && index !== headerLines && !startsBlock(last, line, marker, measure)) last.lines.push(line);
    else open.push({ lines: [line], marker, isHeader: index < headerLines });
  }
  return open.map((block) => closed(block, words, measure));
}

function measured(lines: readonly PageLine[]): Measure {
  const gaps: number[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before && before.page === line.page && line.y > before.y) gaps.push(Math.round((line.y - before.y) * 2) / 2);
  });
  return {
    pitch: mode(gaps) || 12,
    height:
      mode(
        lines.flatMap(({ text, height }) =>
          Array<number>(Math.ceil(text.length / 20)).fill(Math.round(height * 2) / 2),
        ),
      ) || 10,
  };
}

function mode(numbers: readonly number[]): number {
  const counts = Map.groupBy(numbers, (number) => number);
  let [best, most] = [0, 0];
  for (const [number, same] of counts) if (same.length > most) [best, most] = [number, same.length];
  return best;
}

const isEnded = (text: string): boolean => /[.?!;:]["”’')\]]*$/.test(text);
const isCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}{2}/u.test(text);
const startsSmall = (text: string): boolean => /^["“(]?\p{Ll}/u.test(text);

function startsBlock(
  { lines, marker: own }: Open,
  line: PageLine,
  marker: LineMarker | undefined,
  measure: Measure,
): boolean {
  const before = lines.at(-1);
  if (!before) return true;
  const ended = isEnded(before.text);
  const full = isFull(before);
  if (marker && isNewItem(lines, line, marker, { ended, full, measure, own })) return true;
  if (before.page !== line.page || line.y < before.y - measure.pitch)
    return startsAfterBreak(before, line, ended, full);
  if (line.startsCell) return true;
  const gap = line.y - before.y;
  const pitch = Math.min(
    Math.max(measure.pitch, before.height * 1.05),
    lines.length > 1 ? localPitch(lines) * 1.02 : 1e9,
  );
  if (gap > 1.3 * Math.max(pitch, line.height)) return !(startsSmall(line.text) && !ended && gap < 2.2 * pitch);
  if (Math.abs(before.height - line.height) > 0.18 * Math.max(before.height, line.height) && !(full && !ended))
    return true;
  if (before.isBold !== line.isBold && (!full || ended)) return !(startsSmall(line.text) && !ended);
  const isTitleEnd =
    lines.length < 3 && lines.every(({ text }) => isCapitals(text)) && /^\p{Lu}\p{Ll}+\s|^An?\s/u.test(line.text);
  if (isTitleEnd && !ended && looksLikeHeading(lines.map(({ text }) => text).join(" "), true)) return true;
  if (
    isCapitals(before.text) !== isCapitals(line.text) &&
    !full &&
    !startsSmall(line.text) &&
    looksLikeHeading(before.text, before.isBold)
  )
    return true;
  if (lines.length === 1 && !full && !ended && startsUpper(line.text) && isNumberedTitle(before.text, own)) return true;
  if (ended && /:["”’')\]]*$/.test(before.text) && !full) return true;
  return (
    /[.?!:]["”’')\]]*$/.test(before.text) && !startsSmall(line.text) && (!isNearFull(before) || line.x > before.x + 12)
  );
}

/** "3.6 Force" on a line of its own, in whatever weight: scans do not know bold letters. */
const isNumberedTitle = (text: string, marker: LineMarker | undefined): boolean =>
  (marker?.style === "decimal" || marker?.style === "upper-roman") && looksLikeHeading(text.slice(marker.length), true);

/** A line that reaches to its column's right edge, so that the words may go on. */
const isFull = ({ right, columnX, columnRight }: PageLine): boolean =>
  right > columnRight - 0.2 * (columnRight - columnX);
const isNearFull = ({ right, columnX, columnRight }: PageLine): boolean =>
  right > columnRight - 0.12 * (columnRight - columnX);

function localPitch(lines: readonly PageLine[]): number {
  const [a, b] = [lines.at(-2), lines.at(-1)];
  return a && b && a.page === b.page && b.y > a.y ? b.y - a.y : 1e9;
}

/** A number at the start of a line may be the middle of a sentence: "as allowed in section / (b) above". */
function isNewItem(
  lines: readonly PageLine[],
  line: PageLine,
  marker: LineMarker,
  { ended, full, measure, own }: { ended: boolean; full: boolean; measure: Measure; own: LineMarker | undefined },
): boolean {
  const before = lines.at(-1);
  if (!before || marker.style === "bullet" || ended || line.startsCell) return true;
  if (before.page !== line.page)
    return !/(?:\b(?:sections?|sec|paragraphs?|of|policy|order|and|to|see|chapter|directive|part)|,)\.?$/i.test(
      before.text,
    );
  const isApart = line.y - before.y > 1.3 * Math.max(measure.pitch, line.height);
  if (isApart || /\b(?:and|or|and\/or),?$|,$/.test(before.text))
    return !/\b(?:section|sections|paragraph|subsection)s?\s\S*\s*(?:and|or)?$/i.test(before.text);
  const second = lines[1];
  const continuation = second ? second.x : own ? before.x + 12 : before.x;
  const isIndented = Math.abs(line.x - continuation) > 5;
  if (marker.style === "decimal" && full && !startsUpper(line.text.slice(marker.length))) return false;
  if (isIndented)
    return !(
      full &&
      startsSmall(line.text.slice(marker.length)) &&
      line.x > before.x - 5 &&
      marker.value !== 1 &&
      own?.form !== marker.form
    );
  if (own?.form === marker.form && marker.value === own.value + 1) return true;
  return !full;
}

const startsUpper = (text: string): boolean => /^["“(]?\p{Lu}/u.test(text);

/** Over the end of a page or column: words go on where the sentence had not ended. */
function startsAfterBreak(before: PageLine, line: PageLine, ended: boolean, full: boolean): boolean {
  if (ended) return true;
  if (startsSmall(line.text)) return false;
  if (before.isBold !== line.isBold || Math.abs(before.height - line.height) > 0.18 * line.height) return true;
  return !full || looksLikeHeading(before.text, before.isBold) || (line.isBold && looksLikeHeading(line.text, true));
}

function closed({ lines, marker, isHeader }: Open, words: Vocabulary, measure: Measure): DocumentBlock {
  const { text, pages } = joinedText(lines, words);
  const [first] = lines;
  const isBold = lines.every((line) => line.isBold);
  const isLarge = (first?.height ?? 0) > 1.15 * measure.height;
  const isHeading = lines.length <= 3 && isHeadingText(text, marker, isBold, isLarge);
  return {
    kind: isHeading ? "heading" : marker ? "item" : "paragraph",
    text,
    pages,
    ...(marker ? { marker } : {}),
    x: first?.x ?? 0,
    ...(lines[1] && lines[1].page === first?.page ? { hangs: lines[1].x > first.x + 6 } : {}),
    height: first?.height ?? 0,
    isBold,
    ...(first?.boldStart && !isBold ? { boldStart: first.boldStart } : {}),
    ...(isHeader ? { isHeader } : {}),
    isCell: lines.some(({ startsCell }) => startsCell === true),
  };
}

/** Enough of a text's end to join the next line to it; a paragraph of a whole book is not read anew for each line. */
const endLength = 300;

function joinedText(lines: readonly PageLine[], words: Vocabulary): Pick<DocumentBlock, "text" | "pages"> {
  const pieces: string[] = [];
  let [length, end] = [0, ""];
  const pages: { at: number; page: number }[] = [];
  for (const line of lines) {
    const joined = joinLines(end, line.text, words);
    const at = joined.length - line.text.length;
    if (pages.at(-1)?.page !== line.page) pages.push({ at: Math.max(0, length + at), page: line.page });
    const cut = Math.max(0, Math.min(at, joined.length - endLength));
    pieces.push(joined.slice(0, cut));
    length += cut;
    end = joined.slice(cut);
  }
  return { text: pieces.join("") + end, pages };
}

function isHeadingText(text: string, marker: LineMarker | undefined, isBold: boolean, isLarge: boolean): boolean {
  if (marker?.style === "bullet") return false;
  const words = marker ? text.slice(marker.length) : text;
  if (isLarge && words.length < 120 && !isEnded(words)) return true;
  if (marker?.style === "decimal" || marker?.style === "upper-roman") return looksLikeHeading(words, true);
  return looksLikeHeading(words, isBold);
}
