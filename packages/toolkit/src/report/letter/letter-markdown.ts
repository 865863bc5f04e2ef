import type { LetterBlock, LetterPart } from "./letter-block.ts";

/** Text with the characters that Markdown reads put out of action. */
const plain = (text: string) => text.replaceAll(/([\\`*_[\]<>#|])/g, "\\$1");

function written(block: LetterBlock): string {
  switch (block.kind) {
    case "title":
      return `# ${plain(block.text)}`;
    case "heading":
      return `## ${plain(block.text)}`;
    case "check":
      return `> **${plain(block.text)}**`;
    case "paragraph":
      return plain(block.text);
    case "lines":
      return block.lines.map(plain).join("  \n");
    case "list":
      return block.items
        .map(({ name, text }) => `- ${name === undefined ? "" : `**${plain(name)}.** `}${plain(text)}`)
        .join("\n");
  }
}

/** A letter as Markdown; its parts are divided by rules. */
export function letterMarkdown(parts: readonly LetterPart[]): string {
  return `${parts.map(({ blocks }) => blocks.map(written).join("\n\n")).join("\n\n---\n\n")}\n`;
}
