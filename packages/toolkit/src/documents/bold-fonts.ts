import type { PDFPageProxy } from "unpdf/pdfjs";

/**
 * Tells bold fonts by their name or weight. A font's name is known once the drawing operations of one page that uses
 * it are loaded, so only the first page of each font is.
 */
export class BoldFonts {
  readonly #isBold = new Map<string, boolean>();

  has(fontName: string): boolean {
    return this.#isBold.get(fontName) ?? false;
  }

  async learn(page: PDFPageProxy, fontNames: Iterable<string>): Promise<void> {
    const unknown = [...new Set(fontNames)].filter((name) => !this.#isBold.has(name));
    if (unknown.length === 0) return;
    await page.getOperatorList();
    for (const name of unknown)
      this.#isBold.set(name, page.commonObjs.has(name) && looksBold(page.commonObjs.get(name)));
  }
}

function looksBold(font: unknown): boolean {
  if (typeof font !== "object" || font === null) return false;
  const named = "name" in font && typeof font.name === "string" ? font.name : "";
  return (
    ("bold" in font && font.bold === true) ||
    ("black" in font && font.black === true) ||
    /bold|black|heavy|demi/i.test(named)
  );
}
