import { escapeHtml } from "@evenhand/toolkit/report/page/html";

/** Lines of one text in a picture. */
export type TextBlock = {
  readonly lines: readonly string[];
  /** Height of the letters in pixels. */
  readonly size: number;
  readonly colour: string;
  readonly isBold?: boolean;
};

const lineHeight = 1.38;

/** Height of a block in pixels. */
export const blockHeight = ({ lines, size }: TextBlock): number => Math.ceil(lines.length * size * lineHeight);

/** A block as SVG, its first line under `top`. */
export function drawBlock({ lines, size, colour, isBold }: TextBlock, left: number, top: number): string {
  const weight = isBold ? ' font-weight="600"' : "";
  return lines
    .map((line, index) => {
      const y = Math.round((top + size + index * size * lineHeight) * 10) / 10;
      return `<text x="${left}" y="${y}" font-size="${size}" fill="${colour}"${weight}>${escapeHtml(line)}</text>`;
    })
    .join("");
}
