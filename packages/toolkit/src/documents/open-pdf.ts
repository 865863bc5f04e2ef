import { getDocumentProxy } from "unpdf";
import type { PDFDocumentProxy } from "unpdf/pdfjs";
import { DocumentTrouble } from "./document-trouble.ts";
import { canvasFactory } from "./draw-page.ts";

type Opening = {
  /** Pixels of the largest picture that is decoded; pdf.js leaves out larger ones. 0 where only the words are wanted, -1 for no bound. */
  readonly maxImageSize: number;
};

/**
 * Opens a PDF, uses it and closes it. Nothing in the file is run and nothing it points to is fetched. pdf.js keeps the bytes it is given, so they cannot be used a second time: give a copy
 * where they are needed again.
 *
 * @throws DocumentTrouble
 */
export async function withPdf<T>(
  bytes: Uint8Array,
  opening: Opening,
  use: (pdf: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  const pdf = await openPdf(bytes, opening);
  try {
    return await use(pdf);
  } finally {
    await pdf.destroy();
  }
}

async function openPdf(bytes: Uint8Array, opening: Opening): Promise<PDFDocumentProxy> {
  const settings = {
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    verbosity: 0,
    CanvasFactory: await canvasFactory(),
    ...opening,
  };
  return getDocumentProxy(bytes, settings).catch((cause: unknown) => {
    const kind = cause instanceof Error ? cause.name : "";
    if (kind === "PasswordException")
      throw new DocumentTrouble("encrypted", "it is protected by a password", { cause });
    throw new DocumentTrouble("damaged", "it is not a whole PDF", { cause });
  });
}
