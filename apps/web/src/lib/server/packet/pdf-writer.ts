import PDFDocument from "pdfkit";
import SVGtoPDF from "svg-to-pdfkit";
import type { PdfChart } from "./pdf-chart.ts";
import { type PdfFonts, pdfFonts, printable } from "./pdf-fonts.ts";

export type Paper = "A4" | "LETTER";

export type PdfHead = {
  readonly title: string;
  readonly language: string;
  readonly subject: string;
  /** ISO date on which what it says was released. */
  readonly date: string;
  readonly paper: Paper;
};

/** Sizes and distances in points. */
type TextStyle = { readonly size: number; readonly bold?: boolean; readonly grey?: boolean; readonly before?: number };

type Role = "H1" | "H2" | "P" | "Caption";

const margin = 54;
const grey = "#333333";

/**
 * Writes a tagged PDF from the top down: headings, paragraphs, lists and figures in reading order, each with its role
 * and, for a picture, the words that stand for it. A block that fits no more begins on the next page.
 */
export class PdfWriter {
  readonly #doc: PDFKit.PDFDocument;
  readonly #root: PDFKit.PDFStructureElement;
  readonly #fonts: PdfFonts;
  readonly #chunks: Uint8Array[] = [];

  constructor({ title, language, subject, date, paper }: PdfHead) {
    const moment = new Date(`${date}T00:00:00Z`);
    this.#fonts = pdfFonts();
    this.#doc = new PDFDocument({
      size: paper,
      margin,
      tagged: true,
      lang: language,
      displayTitle: true,
      pdfVersion: "1.7",
      bufferPages: true,
      info: {
        Title: title,
        Subject: subject,
        Creator: "Evenhand",
        Producer: "Evenhand",
        CreationDate: moment,
        ModDate: moment,
      },
    });
    this.#doc.on("data", (chunk: Uint8Array) => this.#chunks.push(chunk));
    this.#root = this.#doc.struct("Document");
    this.#doc.addStructure(this.#root);
  }

  /** Points between the margins. */
  get width(): number {
    return this.#doc.page.width - 2 * margin;
  }

  get pages(): number {
    return this.#doc.bufferedPageRange().count;
  }

  /** Begins a new page unless so many points are left on this one. */
  keep(height: number): void {
    if (this.#doc.y + height > this.#doc.page.height - margin) this.#doc.addPage();
  }

  /** Height of a text as it would be written. */
  heightOf(text: string, { size, bold, before = 0 }: TextStyle): number {
    this.#doc.font(bold ? this.#fonts.bold : this.#fonts.plain).fontSize(size);
    return before + this.#doc.heightOfString(printable(text), { width: this.width });
  }

  text(role: Role, text: string, style: TextStyle): void {
    this.#doc.y += style.before ?? 0;
    this.#root.add(this.#doc.struct(role, {}, () => this.#write(text, style, 0)));
  }

  /** A list with its marks, each item kept together. */
  list(items: readonly { readonly mark: string; readonly text: string }[], style: TextStyle): void {
    const list = this.#doc.struct("L");
    this.#root.add(list);
    for (const { mark, text } of items) {
      this.keep(this.heightOf(text, style));
      const item = this.#doc.struct("LI");
      list.add(item);
      const top = this.#doc.y + (style.before ?? 0);
      this.#doc.y = top;
      item.add(this.#doc.struct("Lbl", {}, () => this.#write(mark, style, 0)));
      this.#doc.y = top;
      const body = this.#doc.struct("LBody", {}, () => this.#write(text, style, 16));
      item.add(body);
      item.end();
    }
    list.end();
  }

  /** A chart over the full width given, with the words that stand for it, and its caption. */
  chart({ svg, alternative, caption, shape }: PdfChart, width: number): void {
    const { x, y } = { x: margin, y: this.#doc.y + 4 };
    this.#root.add(
      this.#doc.struct("Figure", { alt: alternative }, () => {
        SVGtoPDF(this.#doc, svg, x, y, {
          width,
          height: width * shape,
          assumePt: true,
          fontCallback: (_: string, isBold: boolean) => (isBold ? this.#fonts.bold : this.#fonts.plain),
        });
      }),
    );
    this.#doc.x = margin;
    this.#doc.y = y + width * shape + 3;
    this.text("Caption", caption, { size: 8, grey: true });
  }

  /** A drawing of one path, black on white, at the left margin. */
  drawing(path: string, { squares, size, alternative }: { squares: number; size: number; alternative: string }): void {
    const top = this.#doc.y + 4;
    this.#root.add(
      this.#doc.struct("Figure", { alt: alternative }, () => {
        this.#doc
          .save()
          .translate(margin, top)
          .scale(size / squares)
          .path(path)
          .fill("#000000")
          .restore();
      }),
    );
    this.#doc.y = top + size + 4;
  }

  /** Writes the foot of each page and closes the document. */
  async end(foot: (page: number, pages: number) => string): Promise<Uint8Array> {
    const { count } = this.#doc.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.#doc.switchToPage(page);
      this.#doc.page.margins.bottom = 0;
      this.#doc.markContent("Artifact", { type: "Pagination" });
      this.#doc.font(this.#fonts.plain).fontSize(8).fillColor(grey);
      this.#doc.text(printable(foot(page + 1, count)), margin, this.#doc.page.height - 36, { lineBreak: false });
      this.#doc.endMarkedContent();
    }
    this.#root.end();
    const ended = new Promise((resolve) => this.#doc.once("end", resolve));
    this.#doc.end();
    await ended;
    return Buffer.concat(this.#chunks);
  }

  #write(text: string, { size, bold, grey: isGrey }: TextStyle, indent: number): void {
    this.#doc
      .font(bold ? this.#fonts.bold : this.#fonts.plain)
      .fontSize(size)
      .fillColor(isGrey ? grey : "#000000")
      .text(printable(text), margin + indent, this.#doc.y, { width: this.width - indent });
  }
}
