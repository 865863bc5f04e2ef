import mammoth from "mammoth";
import type { ReadText } from "../policy/documents/page-text.ts";
import { DocumentTrouble } from "./document-trouble.ts";
import { guardArchive } from "./guard-archive.ts";
import { htmlBlocks } from "./html-blocks.ts";
import type { ReadContext } from "./read-context.ts";

/**
 * A word-processor file: headings, paragraphs, lists, tables. Pictures, fields and references to other files are not
 * followed. Numbers Word counts by itself are not in the file; such items are shown as bullets, not with a guessed
 * number.
 */
export async function readDocx(bytes: Uint8Array, { name, sha256, limits }: ReadContext): Promise<ReadText> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const names = await guardArchive(buffer, limits);
  if (!names.includes("word/document.xml"))
    throw new DocumentTrouble("unknown-format", "it is an archive or another kind of Office file, not a Word document");
  const { value } = await mammoth.convertToHtml(
    { buffer },
    {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
    },
  );
  if (value.length > limits.characters)
    throw new DocumentTrouble("too-large", `it holds more than ${limits.characters.toLocaleString("en-US")} letters`);
  return { name, sha256, format: "docx", blocks: htmlBlocks(value, false) };
}
