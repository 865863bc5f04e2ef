import { printable } from "./pdf-fonts.ts";

/** A chart for a PDF: its wide drawing in black and greys, what it is called, and its shape. */
export type PdfChart = {
  readonly svg: string;
  /** Title and description, for those who hear the document. */
  readonly alternative: string;
  readonly caption: string;
  /** Height over width. */
  readonly shape: number;
};

/** Colours of the page's charts as they are printed: the same tokens as on paper. */
const printed: Readonly<Record<string, string>> = {
  mark: "#222222",
  soft: "#333333",
  line: "#999999",
  ink: "#000000",
  paper: "#ffffff",
  tint: "#ffffff",
  high: "#dddddd",
};

/** Takes the wide drawing out of a figure; undefined when there is none. */
export function pdfChart(figure: string): PdfChart | undefined {
  const svg = /<svg\b[^>]*class="chart wide"[\s\S]*?<\/svg>/.exec(figure)?.[0];
  const [, , , width = "", height = ""] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg ?? "") ?? [];
  const shape = Number(height) / Number(width);
  if (svg === undefined || !(shape > 0)) return undefined;
  const inner = (name: string, from: string) =>
    plain(new RegExp(`<${name}[^>]*>([\\s\\S]*?)</${name}>`).exec(from)?.[1]);
  return {
    svg: printable(inPrint(svg)),
    alternative: [inner("title", svg), inner("desc", svg)].filter((text) => text !== "").join(". "),
    caption: inner("figcaption", figure),
    shape,
  };
}

/** The drawing with printed colours; a halo behind letters is left out, because a PDF would draw it over them. */
const inPrint = (svg: string): string =>
  svg
    .replace(/^<svg\b[^>]*>/, (root) => root.replace(/ (?:width|height)="[^"]*"/g, ""))
    .replace(/<(title|desc)\b[\s\S]*?<\/\1>/g, "")
    .replace(/<\w+\b[^>]* paint-order="stroke"[^>]*>/g, (tag) =>
      tag.replace(/ (?:stroke(?:-\w+)?|paint-order)="[^"]*"/g, ""),
    )
    .replace(/var\(--(\w+)\)/g, (_, name: string) => printed[name] ?? "#000000")
    .replaceAll("currentColor", "#000000");

const letters: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** Markup as the text it shows. */
const plain = (markup = ""): string =>
  printable(
    markup
      .replace(/<[^>]+>/g, "")
      .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => letters[name] ?? "")
      .replace(/\s+/g, " ")
      .trim(),
  );
