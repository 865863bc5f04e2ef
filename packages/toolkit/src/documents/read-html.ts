import type { ReadText } from "../policy/documents/page-text.ts";
import { decodeText } from "./decode-text.ts";
import { DocumentTrouble } from "./document-trouble.ts";
import { htmlBlocks } from "./html-blocks.ts";
import type { ReadContext } from "./read-context.ts";

/** A web page: the words of its main part. */
export function readHtml(bytes: Uint8Array, { name, sha256, limits }: ReadContext): ReadText {
  const html = decodeHtml(bytes);
  if (html.length > limits.characters)
    throw new DocumentTrouble("too-large", `it holds more than ${limits.characters.toLocaleString("en-US")} letters`);
  return { name, sha256, format: "html", blocks: htmlBlocks(html) };
}

/** By the page's own declaration where it has one that is known, else as any text. */
function decodeHtml(bytes: Uint8Array): string {
  const declared = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(
    Buffer.from(bytes.subarray(0, 2048)).toString("latin1"),
  )?.[1];
  if (!declared || /^utf-?8$/i.test(declared)) return decodeText(bytes);
  try {
    return new TextDecoder(declared).decode(bytes);
  } catch {
    return decodeText(bytes);
  }
}
