import type { DocumentBlock } from "./document-block.ts";
import type { LineMarker } from "./line-marker.ts";

/** What may stand where recognition misread a number or letter: "b:" for "5.", "25" for "2.". */
const misread = /^[\p{L}\d]{1,2}[.:;,]?\s+(?=["“(]?\p{Lu})/u;

/** Points by which the beginnings of two items of one list may differ on a scan that lies askew. */
const sameIndent = 8;

/**
 * Gives a block back the number that recognition misread, so that its list goes on: a block that begins with one or two
 * letters between the items n and n + 2 of one list, as far in as they are, is the item n + 1. For recognised text only:
 * what a file holds itself is never misread.
 */
export function mendSeries(blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  return blocks.map((block, index) => {
    const [before, after] = [blocks[index - 1], blocks[index + 1]];
    const begin = misread.exec(block.text)?.[0];
    if (block.kind === "heading" || begin === undefined || !before?.marker || !after?.marker) return block;
    const isInSeries =
      before.marker.style === after.marker.style &&
      before.marker.form === after.marker.form &&
      after.marker.value === before.marker.value + 2 &&
      [before, after].every(({ x }) => Math.abs(x - block.x) <= sameIndent);
    const marker = isInSeries ? following(before.marker, begin.length) : undefined;
    return marker === undefined ? block : { ...block, kind: "item", marker };
  });
}

/** The marker after one of a series of numbers or letters. */
function following(marker: LineMarker, length: number): LineMarker | undefined {
  const { label, style, value } = marker;
  if (style === "number")
    return { ...marker, label: label.replace(String(value), String(value + 1)), length, value: value + 1 };
  if (style !== "upper" && style !== "lower") return undefined;
  const next = label.replace(/\p{L}/u, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 1));
  return { ...marker, label: next, length, value: value + 1 };
}
