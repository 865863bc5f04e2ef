import { fileURLToPath } from "node:url";

/** Names or files of the two fonts of a PDF. */
export type PdfFonts = { readonly plain: string; readonly bold: string };

/**
 * Public Sans, to be embedded, where its static files are installed (`@fontsource/public-sans`: the site's variable font
 * cannot be put into a PDF); else Helvetica, which every reader of PDF brings along.
 */
export function pdfFonts(): PdfFonts {
  const file = (weight: 400 | 700) =>
    fileURLToPath(import.meta.resolve(`@fontsource/public-sans/files/public-sans-latin-${weight}-normal.woff`));
  try {
    return { plain: file(400), bold: file(700) };
  } catch {
    return { plain: "Helvetica", bold: "Helvetica-Bold" };
  }
}

const instead: Readonly<Record<string, string>> = { "−": "–", "≥": ">=", "≤": "<=", "→": "›", "←": "‹", "≈": "~" };

/** Text with the few signs that the fonts lack written otherwise. */
export const printable = (text: string): string =>
  text.replace(/[−≥≤→←≈]/g, (sign) => instead[sign] ?? "").replace(/[\u2009\u202f]/g, "\u00a0");
