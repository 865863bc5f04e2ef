import type { PageText, ReadText, TextRun } from "../policy/documents/page-text.ts";
import { decodeText } from "./decode-text.ts";
import { DocumentTrouble } from "./document-trouble.ts";
import type { ReadContext } from "./read-context.ts";

/** Points a letter and a line stand for, so that indents and blank lines can be seen as on a page. */
const letterWidth = 5;
const lineHeight = 12;
const tab = 8;

/** Text as it stands: a line a run, form feeds as page breaks, indents as places. */
export function readPlainText(bytes: Uint8Array, { name, sha256, limits }: ReadContext): ReadText {
  const text = decodeText(bytes)
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n");
  if (text.length > limits.characters)
    throw new DocumentTrouble("too-large", `it holds more than ${limits.characters.toLocaleString("en-US")} letters`);
  const pages = text
    .split("\f")
    .map(readPage)
    .filter(({ runs }, index, all) => runs.length > 0 || index < all.length - 1);
  if (pages.length > limits.pages)
    throw new DocumentTrouble("too-many-pages", `it has ${pages.length} pages; at most ${limits.pages} are read`);
  return { name, sha256, format: "text", pages };
}

function readPage(text: string, index: number): PageText {
  const lines = text.split("\n");
  const runs = lines.flatMap((line, row) => readLine(line, (row + 1) * lineHeight));
  const width = Math.max(letterWidth, ...sample(runs).map((run) => run.x + run.width));
  return { page: index + 1, width, height: (lines.length + 1) * lineHeight, runs };
}

/** Enough runs to know the width of a page by. */
const sample = (runs: readonly TextRun[]): readonly TextRun[] => runs.slice(0, 10_000);

function readLine(line: string, y: number): TextRun[] {
  const spread = line.replace(/\t/g, " ".repeat(tab));
  const words = spread.trim().replace(/[ \u00a0]+/g, " ");
  if (words === "") return [];
  const indent = spread.length - spread.trimStart().length;
  return [{ text: words, x: (indent + 1) * letterWidth, y, width: words.length * letterWidth, height: 10 }];
}
