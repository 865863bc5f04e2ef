import type { ReadText } from "../policy/documents/page-text.ts";
import { detectFormat } from "./detect-format.ts";
import { DocumentTrouble } from "./document-trouble.ts";
import type { ReadContext } from "./read-context.ts";
import { readPlainText } from "./read-plain-text.ts";

/**
 * Reads a file of any known format. Runs whatever the file holds through other people's parsers: call it in a worker
 * (`readDocument`), not in the main thread.
 *
 * @throws DocumentTrouble also where a parser gives up
 */
export async function readText(bytes: Uint8Array, context: ReadContext): Promise<ReadText> {
  if (bytes.length === 0) throw new DocumentTrouble("no-text", "it is empty");
  try {
    const format = detectFormat(bytes);
    if (format === "pdf") return await (await import("./read-pdf.ts")).readPdf(bytes, context);
    if (format === "docx") return await (await import("./read-docx.ts")).readDocx(bytes, context);
    if (format === "html") return (await import("./read-html.ts")).readHtml(bytes, context);
    if (format === "markdown") return (await import("./read-markdown.ts")).readMarkdown(bytes, context);
    return readPlainText(bytes, context);
  } catch (cause) {
    if (cause instanceof DocumentTrouble) throw cause;
    throw new DocumentTrouble("damaged", troubleWith(cause), { cause });
  }
}

/** In words for a reader: what a parser says is for its programmer, and is kept as the cause. */
const troubleWith = (cause: unknown): string =>
  cause instanceof RangeError && /call stack/i.test(cause.message)
    ? "its parts are nested as deep as no policy's are"
    : "what is in it does not fit together; open it, save it anew and try again";
