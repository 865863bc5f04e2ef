import type { DocumentBlock } from "./document-block.ts";
import { type LineMarker, romanValue } from "./line-marker.ts";

/** One open section, list level or list item. */
export type OutlineEntry = {
  readonly label: string;
  readonly kind: "heading" | "decimal" | "list";
  /** How its number is written; for headings the look. */
  readonly form: string;
  readonly value: number;
  readonly x: number;
  /** Parts of its decimal number. */
  readonly depth: number;
  /** Whether it is a title and not an item with text. */
  readonly isTitle: boolean;
  /** Whether nothing but headings has followed. */
  readonly isEmpty?: boolean;
  /** Whether its further lines are indented under its marker; absent where it is not known. */
  readonly hangs?: boolean;
  /** Words that govern the items below it. */
  readonly leadIn?: string;
};

export type Outline = readonly OutlineEntry[];

/** Points by which two left ends may differ and still be one level. */
const sameEnd = 6;

/** Titles longer than this are cut in a section path. */
const longestLabel = 100;

/** The outline after a heading or item opened; unmarked paragraphs close the list items they no longer stand under. */
export function openSection(outline: Outline, block: DocumentBlock): Outline {
  if (block.marker) return filled(openMarked(outline, block, block.marker), block);
  return block.kind === "heading" ? openHeading(outline, block) : filled(closeItems(outline, block), block);
}

/** Notes that text has followed a heading. */
function filled(outline: Outline, block: DocumentBlock): Outline {
  if (block.kind === "heading" || !outline.some(({ isEmpty }) => isEmpty)) return outline;
  return outline.map(({ isEmpty: _, ...entry }) => entry);
}

/** A numbered title after an unnumbered section that has its text stands beside that section, not in it. */
function besideFull(outline: Outline, block: DocumentBlock): Outline {
  const last = outline.findLastIndex(({ kind, isEmpty }) => kind !== "heading" || isEmpty);
  return block.kind === "heading" && block.level === undefined ? outline.slice(0, last + 1) : outline;
}

function openHeading(outline: Outline, block: DocumentBlock): Outline {
  const form = block.level === undefined ? lookOf(block) : `level ${block.level}`;
  const entry = {
    label: cut(block.text),
    kind: "heading",
    form,
    value: 0,
    x: block.x,
    depth: block.level ?? 1,
    isTitle: true,
    isEmpty: true,
  } as const;
  const at =
    block.level === undefined
      ? outline.findIndex((open) => open.kind === "heading" && open.form === form)
      : outline.findIndex((open) => open.kind === "heading" && open.depth >= entry.depth);
  if (at >= 0) return [...outline.slice(0, at), entry];
  const list = outline.findIndex((open) => open.kind === "list" && open.form !== "I.");
  const outer = outline.findIndex((open) => open.kind === "heading" && rank(open.form) > rank(form));
  const end = [list, outer].filter((index) => index >= 0);
  return [...outline.slice(0, end.length > 0 ? Math.min(...end) : outline.length), entry];
}

/** Larger, capital and bold headings stand above others. */
const lookOf = ({ text, height, isBold }: DocumentBlock): string =>
  `${Math.round(height)} ${/\p{Ll}{2}/u.test(text) ? 1 : 0} ${isBold ? 0 : 1}`;

function rank(form: string): number {
  const [height = 0, small = 0, plain = 0] = form.split(" ").map(Number);
  return -height * 10 + small * 2 + plain;
}

function openMarked(outline: Outline, block: DocumentBlock, marker: LineMarker): Outline {
  if (marker.style === "decimal") {
    const kept = outline.filter((open) => open.kind === "heading" || open.kind === "decimal");
    const at = kept.findIndex((open) => open.kind === "decimal" && open.depth >= marker.depth);
    const inside = kept.slice(0, at >= 0 ? at : kept.length);
    return [...(at >= 0 ? inside : besideFull(inside, block)), entryOf(block, marker, "decimal", "1.1")];
  }
  const read = readings(marker);
  const open = findSibling(outline, read, block.x);
  if (open) {
    const before = outline[open.at]?.hangs;
    const entry = entryOf(block, { ...marker, value: open.value }, "list", open.form);
    return [...outline.slice(0, open.at), before === undefined ? entry : { hangs: before, ...entry }];
  }
  const [best] = read.filter(({ value }) => value === 1).concat(read);
  const inner = outline.findIndex((entry) => entry.kind === "list" && !entry.isTitle && entry.x > block.x + sameEnd);
  const isInner = inner >= 0 && block.x > 0 && (best?.value !== 1 || marker.style === "bullet");
  const outer = isInner ? outline.slice(0, inner) : outline;
  return [
    ...besideFull(outer, block),
    entryOf(block, { ...marker, value: best?.value ?? 1 }, "list", best?.form ?? marker.form),
  ];
}

type Reading = { readonly form: string; readonly value: number };

/** A single letter may be a letter or a Roman number. */
function readings(marker: LineMarker): readonly Reading[] {
  const sign = marker.label.replace(/[^\p{L}\p{N}•▪●■◦○‣∙·➢➤*►–—-]/gu, "");
  const shape = (of: string): string => (marker.style === "bullet" ? marker.form : marker.label.replace(sign, of));
  if (marker.style === "number") return [{ form: shape("1"), value: marker.value }];
  if (marker.style === "bullet") return [{ form: marker.form, value: 1 }];
  const isUpper = sign === sign.toUpperCase();
  const roman = romanValue(sign.toLowerCase());
  const asRoman = roman > 0 ? [{ form: shape(isUpper ? "I" : "i"), value: roman }] : [];
  if (marker.style.endsWith("roman")) return asRoman;
  const letter = { form: shape(isUpper ? "A" : "a"), value: marker.value };
  return /^i$/i.test(sign) ? [...asRoman, letter] : [letter, ...asRoman];
}

/** The open level this marker goes on with: the next number first, then any later one, innermost first. */
function findSibling(
  outline: Outline,
  read: readonly Reading[],
  x: number,
): { at: number; form: string; value: number } | undefined {
  const fits = [
    (entry: OutlineEntry, { value }: Reading): boolean =>
      value === entry.value + 1 && (x === 0 || Math.abs(entry.x - x) <= sameEnd),
    (entry: OutlineEntry, { value }: Reading): boolean => value === entry.value + 1,
    (entry: OutlineEntry, { value, form }: Reading): boolean =>
      (value > entry.value || isBullet(form)) && (!isBullet(form) || Math.abs(entry.x - x) <= sameEnd),
  ];
  for (const fit of fits)
    for (let at = outline.length - 1; at >= 0; at -= 1)
      for (const { form, value } of read) {
        const entry = outline[at];
        if (entry?.kind === "list" && entry.form === form && fit(entry, { form, value })) return { at, form, value };
      }
  return undefined;
}

const isBullet = (form: string): boolean => !/[\p{L}\p{N}]/u.test(form);

function entryOf(block: DocumentBlock, marker: LineMarker, kind: "decimal" | "list", form: string): OutlineEntry {
  const words = block.text.slice(marker.length);
  const title = block.kind === "heading" ? words : runInTitle(block, words, marker.length);
  return {
    label: title ? `${marker.label} ${cut(title)}` : marker.label,
    kind,
    form,
    value: marker.value,
    x: block.x,
    depth: marker.depth,
    isTitle: block.kind === "heading",
    ...(block.hangs === undefined ? {} : { hangs: block.hangs }),
  };
}

/** The bold or short beginning of an item that names it: "B. Public Cooperation. A strong …". */
function runInTitle({ boldStart }: DocumentBlock, words: string, skipped: number): string {
  const bold = boldStart === undefined ? "" : words.slice(0, Math.max(0, boldStart - skipped)).trim();
  const named =
    bold.length > 2 && bold.length < 80
      ? bold
      : (/^(\p{Lu}[^.:;,]{2,50}?)[:.](?=\s+["“(]?\p{Lu})/u.exec(words)?.[1] ?? "");
  return /\b(?:shall|must|may|will|is|are|should)\b/.test(named) || named.split(" ").length > 8
    ? ""
    : named.replace(/[.:]$/, "");
}

/**
 * A paragraph ends the items that are indented further than itself, and those it stands flush with unless their own
 * lines do; where nothing is indented, the items of lead-ins.
 */
function closeItems(outline: Outline, block: DocumentBlock): Outline {
  const isClosed = (entry: OutlineEntry, index: number): boolean => {
    if (entry.kind !== "list" || entry.isTitle) return false;
    if (block.x === 0) return entry.x > 0 || outline[index - 1]?.leadIn !== undefined;
    return entry.x > block.x + sameEnd || (entry.x > block.x - sameEnd && entry.hangs !== false);
  };
  const at = outline.findIndex(isClosed);
  return at >= 0 ? outline.slice(0, at) : outline;
}

const cut = (text: string): string =>
  text.length > longestLabel ? `${text.slice(0, longestLabel).replace(/\s+\S*$/, "")}…` : text.replace(/\s*:$/, "");
