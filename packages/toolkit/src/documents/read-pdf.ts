import type { PDFDocumentProxy } from "unpdf/pdfjs";
import { hasMeaning } from "../policy/documents/has-meaning.ts";
import type { PageText, ReadText } from "../policy/documents/page-text.ts";
import { BoldFonts } from "./bold-fonts.ts";
import { DocumentTrouble } from "./document-trouble.ts";
import { drawPage, showsPicture } from "./draw-page.ts";
import { withPdf } from "./open-pdf.ts";
import { type PdfText, pdfRuns } from "./pdf-runs.ts";
import type { ReadContext } from "./read-context.ts";
import { openRecognizer } from "./recognize-page.ts";
import { refuseHugePictures } from "./refuse-huge-pictures.ts";

/** Letters a page must have to count as text; a stamp or page number on a scanned page has fewer. */
const lettersOfText = 25;

/**
 * Reads a PDF page by page: the words with their places where a page has text, recognised letters where it is a
 * picture. Nothing in the file is run and nothing it points to is fetched. A page that cannot be read refuses the whole
 * document: a rule must not be called absent because its page was lost.
 *
 * @throws DocumentTrouble
 */
export async function readPdf(bytes: Uint8Array, context: ReadContext): Promise<ReadText> {
  const { limits, name, sha256 } = context;
  const isWhole = hasEnd(bytes);
  const pages = await withPdf(bytes.slice(), { maxImageSize: 0 }, async (pdf) => {
    if (pdf.numPages > limits.pages)
      throw new DocumentTrouble("too-many-pages", `it has ${pdf.numPages} pages; at most ${limits.pages} are read`);
    if (!isWhole) throw new DocumentTrouble("damaged", "the end of the file is missing");
    return readPages(pdf, context);
  });
  const textless = pages.filter((page) => pageLetters(page) < lettersOfText || !hasWords(page));
  if (textless.length === 0) return { name, sha256, format: "pdf", pages };
  const pictures = { maxImageSize: limits.picturePixels };
  await refuseHugePictures(bytes, { pages: textless.map(({ page }) => page), picturePixels: limits.picturePixels });
  const recognized = await withPdf(bytes, pictures, (pdf) => recognizePages(pdf, textless, context));
  const all = pages.map((page) => recognized.get(page.page) ?? page);
  return { name, sha256, format: recognized.size > pages.length / 2 ? "scan" : "pdf", pages: all };
}

/** Whether the file's last bytes hold its end mark; some real files carry a little after it. */
const hasEnd = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(-4096)).includes("%%EOF");

async function readPages(pdf: PDFDocumentProxy, { limits, onProgress }: ReadContext): Promise<PageText[]> {
  const bold = new BoldFonts();
  const pages: PageText[] = [];
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    onProgress({ page: number, pages: pdf.numPages, isScan: false });
    const page = await readPage(pdf, number, bold).catch((cause: unknown) => {
      throw new DocumentTrouble("damaged", `its page ${number} cannot be read`, { cause });
    });
    if (page.runs.length > limits.runsPerPage)
      throw new DocumentTrouble("too-large", `its page ${number} holds text in ${page.runs.length} pieces`);
    characters += pageLetters(page);
    if (characters > limits.characters)
      throw new DocumentTrouble("too-large", `it holds more than ${limits.characters.toLocaleString("en-US")} letters`);
    pages.push(page);
  }
  return pages;
}

async function readPage(pdf: PDFDocumentProxy, number: number, bold: BoldFonts): Promise<PageText> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const texts = items.filter((item) => "str" in item);
  const filled = formTexts(await page.getAnnotations());
  await bold.learn(
    page,
    texts.map(({ fontName }) => fontName),
  );
  const runs = pdfRuns([...texts, ...filled], page.getViewport({ scale: 1 }), (font) => bold.has(font));
  page.cleanup();
  return { page: number, ...runs };
}

/** What is filled into the fields of a form, such as the dates in an order's header. */
function formTexts(annotations: readonly Record<string, unknown>[]): readonly PdfText[] {
  return annotations.flatMap(({ subtype, fieldType, fieldValue, rect }) => {
    if (subtype !== "Widget" || fieldType !== "Tx" || typeof fieldValue !== "string" || !Array.isArray(rect)) return [];
    const [x = 0, bottom = 0, right = 0] = rect.map(Number);
    return [{ str: fieldValue.trim(), transform: [10, 0, 0, 10, x, bottom + 3], width: right - x, fontName: "" }];
  });
}

/** Recognises the pages that are pictures, or whose letters mean nothing (fonts without a table of letters). */
async function recognizePages(
  pdf: PDFDocumentProxy,
  textless: readonly PageText[],
  { limits, onProgress }: ReadContext,
): Promise<ReadonlyMap<number, PageText>> {
  const found = new Map<number, PageText>();
  const scans: PageText[] = [];
  for (const page of textless) if (await isPicture(pdf, page)) scans.push(page);
  if (scans.length > limits.scannedPages)
    throw new DocumentTrouble(
      "too-many-pages",
      `${scans.length} of its pages are scanned pictures; at most ${limits.scannedPages} are recognised`,
    );
  if (scans.length === 0) return found;
  const recognizer = await openRecognizer();
  try {
    for (const scan of scans) {
      onProgress({ page: scan.page, pages: pdf.numPages, isScan: true });
      const page = await pdf.getPage(scan.page);
      const recognized = await recognizer.recognize(await drawPage(pdf, page, limits.pixels));
      page.cleanup();
      if (pageLetters(recognized) > 0) found.set(scan.page, { page: scan.page, ...recognized });
    }
    return found;
  } finally {
    await recognizer.close();
  }
}

async function isPicture(pdf: PDFDocumentProxy, page: PageText): Promise<boolean> {
  if (pageLetters(page) >= lettersOfText) return !hasWords(page);
  const proxy = await pdf.getPage(page.page);
  const shows = await showsPicture(proxy);
  proxy.cleanup();
  return shows;
}

const hasWords = ({ runs }: PageText): boolean => hasMeaning(runs.map(({ text }) => text).join(" "));

const pageLetters = ({ runs }: Pick<PageText, "runs">): number =>
  runs.reduce((sum, { text }) => sum + text.replace(/\s/g, "").length, 0);
