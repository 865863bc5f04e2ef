import { createIsomorphicCanvasFactory, getResolvedPDFJS, renderPageAsImage } from "unpdf";
import type { PDFDocumentProxy, PDFPageProxy } from "unpdf/pdfjs";
import type { PagePicture } from "./recognize-page.ts";

const canvasImport = () => import("@napi-rs/canvas");

/** Pixels a point at which Tesseract reads print of ordinary size best: 200 dots an inch. */
const readable = 200 / 72;

/** Strokes and fills from which a page may hold letters drawn as shapes. */
const shapesOfLetters = 200;

/** The canvas a PDF must be opened with so that its pages can be drawn. */
export const canvasFactory = () => createIsomorphicCanvasFactory(canvasImport);

/** Draws a page at 200 dots an inch, coarser where that is more than `pixels`. */
export async function drawPage(pdf: PDFDocumentProxy, page: PDFPageProxy, pixels: number): Promise<PagePicture> {
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(readable, Math.sqrt(pixels / (width * height)));
  const png = await renderPageAsImage(pdf, page.pageNumber, { canvasImport, scale });
  return { png: new Uint8Array(png), scale, width, height };
}

/** Whether a page without text shows a picture or shapes that may be letters, and is not just blank. */
export async function showsPicture(page: PDFPageProxy): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray } = await page.getOperatorList();
  const shapes = fnArray.filter((operation) => operation === OPS.constructPath).length;
  return shapes >= shapesOfLetters || (await countPictures(page)) > 0;
}

/** How many pictures a page draws. */
export async function countPictures(page: PDFPageProxy): Promise<number> {
  const { OPS } = await getResolvedPDFJS();
  const pictures = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
  const { fnArray } = await page.getOperatorList();
  return fnArray.filter((operation) => pictures.has(operation)).length;
}
