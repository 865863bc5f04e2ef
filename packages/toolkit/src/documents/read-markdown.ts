import type { ReadText, TextBlock } from "../policy/documents/page-text.ts";
import { decodeText } from "./decode-text.ts";
import { DocumentTrouble } from "./document-trouble.ts";
import type { ReadContext } from "./read-context.ts";

/** Reads the Markdown that policies use: headings, lists, paragraphs, tables; links and emphasis as their words. */
export function readMarkdown(bytes: Uint8Array, { name, sha256, limits }: ReadContext): ReadText {
  const text = decodeText(bytes)
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/<!--[\s\S]*?-->/g, "");
  if (text.length > limits.characters)
    throw new DocumentTrouble("too-large", `it holds more than ${limits.characters.toLocaleString("en-US")} letters`);
  const blocks: TextBlock[] = [];
  let isCode = false;
  let isOpen = false;
  for (const line of text.split("\n")) {
    if (/^\s*(?:```|~~~)/.test(line)) isCode = !isCode;
    const block = isCode ? undefined : readLine(line);
    const last = blocks.at(-1);
    if (block && "underline" in block) {
      if (last?.kind === "paragraph" && isOpen)
        blocks[blocks.length - 1] = { ...last, kind: "heading", level: block.underline };
      isOpen = false;
    } else if (!block) isOpen = false;
    else if (block.kind === "paragraph" && last && isOpen && last.kind !== "heading" && !line.startsWith("|"))
      blocks[blocks.length - 1] = { ...last, text: `${last.text} ${block.text}` };
    else {
      blocks.push(block);
      isOpen = true;
    }
  }
  return { name, sha256, format: "markdown", blocks };
}

function readLine(line: string): TextBlock | { readonly underline: number } | undefined {
  if (line.trim() === "" || isRule(line)) return undefined;
  if (/^=+\s*$/.test(line)) return { underline: 1 };
  if (/^-{2,}\s*$/.test(line)) return { underline: 2 };
  const title = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
  if (title) return { kind: "heading", level: title[1]?.length ?? 1, text: words(title[2] ?? "") };
  const item = /^(\s*)(?:([-*+])|(\d{1,3}[.)]|[A-Za-z][.)]))\s+(.*)$/.exec(line);
  if (item) {
    const level = Math.floor((item[1]?.replace(/\t/g, "    ").length ?? 0) / 2) + 1;
    return { kind: "list-item", level, text: `${item[2] ? "•" : item[3]} ${words(item[4] ?? "")}` };
  }
  return {
    kind: "paragraph",
    level: 1,
    text: words(
      line
        .replace(/^\s*>\s?/, "")
        .replace(/^\||\|\s*$/g, "")
        .replace(/\s*\|\s*/g, " – "),
    ),
  };
}

/** Code fences, the line below a table's head, lines of stars. */
const isRule = (line: string): boolean =>
  /^\s*(?:```|~~~)|^\s*\*[\s*]*\*[\s*]*\*\s*$/.test(line) || (/^[\s:|-]+$/.test(line) && line.includes("|", 1));

const words = (text: string): string =>
  text
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(/(\*\*|__)(.+?)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}])([*_])(\S(?:.*?\S)?)\1(?![\p{L}\p{N}])/gu, "$2")
    .replace(/`([^`]+)`/g, "$1")
    .replace(/<\/?[a-z][^>]*>/gi, "")
    .replace(/\\([\\`*_{}[\]()#+.!|-])/g, "$1")
    .trim();
