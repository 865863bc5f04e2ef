import type { ReadText } from "../policy/documents/page-text.ts";
import { DocumentTrouble } from "./document-trouble.ts";

export type DocumentFormat = Exclude<ReadText["format"], "scan">;

const headBytes = 65_536;

const others: readonly (readonly [RegExp, string])[] = [
  [/^\{\\rtf/, "it is a Rich Text file; save it as DOCX or PDF"],
  [/^\x89PNG|^\xff\xd8\xff|^II\*\0|^MM\0\*|^GIF8|^RIFF....WEBP/s, "it is a picture; put the pages into a PDF"],
];

/**
 * Tells what a file is from its bytes; the name is not believed.
 *
 * @throws DocumentTrouble `unknown-format` or `encrypted`
 */
export function detectFormat(bytes: Uint8Array): DocumentFormat {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headBytes));
  const latin = head.toString("latin1");
  if (latin.slice(0, 1024).includes("%PDF-")) return "pdf";
  if (latin.startsWith("PK\x03\x04") || latin.startsWith("PK\x05\x06")) return "docx";
  if (latin.startsWith("\xd0\xcf\x11\xe0")) throw officeTrouble(bytes);
  if (["\x1f\x8b", "7z\xbc\xaf", "Rar!"].some((sign) => latin.startsWith(sign)))
    throw new DocumentTrouble("unknown-format", "it is an archive; unpack it and give the documents in it");
  for (const [sign, detail] of others) if (sign.test(latin)) throw new DocumentTrouble("unknown-format", detail);
  if (isBinary(head)) throw new DocumentTrouble("unknown-format", "it is not a PDF, DOCX, HTML, Markdown or text file");
  const text = latin.replaceAll("\0", "");
  if (isHtml(text)) return "html";
  return isMarkdown(text) ? "markdown" : "text";
}

/** One step after another: a single pattern for all of it can be made to look for hours. */
function isHtml(text: string): boolean {
  let rest = text.replace(/^[\xef\xbb\xbf\xff\xfe\s]+/, "").replace(/^<\?xml[^>]*>/i, "");
  for (rest = rest.trimStart(); rest.startsWith("<!--"); rest = rest.trimStart()) {
    const end = rest.indexOf("-->");
    if (end < 0) return false;
    rest = rest.slice(end + 3);
  }
  return /^<(?:!doctype html|html|head|body|main|article|section|div|h[1-6]|p)\b/i.test(rest);
}

/** An old Office file, or a new one behind a password. */
function officeTrouble(bytes: Uint8Array): DocumentTrouble {
  const isLocked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    Buffer.from("EncryptedPackage", "utf16le"),
  );
  return isLocked
    ? new DocumentTrouble("encrypted", "it is protected by a password")
    : new DocumentTrouble("unknown-format", "it is an old Office file (.doc); save it as DOCX or PDF");
}

/** Zeros or control characters that no text holds; UTF-16 has zeros in every other place. */
function isBinary(head: Buffer): boolean {
  const isWide =
    (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff) || zeroSides(head) === 1;
  const control = head.filter((byte) => (byte < 9 || (byte > 13 && byte < 32)) && byte !== 0 && byte !== 27).length;
  const zeros = isWide ? 0 : head.filter((byte) => byte === 0).length;
  return zeros > 0 || control > head.length * 0.02;
}

/** In how many of the two places of a pair zeros stand; 1 means UTF-16 of a western text. */
function zeroSides(head: Buffer): number {
  const zeros = [0, 1].map((side) => head.filter((byte, index) => byte === 0 && index % 2 === side).length);
  return zeros.filter((count) => count > head.length * 0.15).length;
}

function isMarkdown(text: string): boolean {
  const titles = text.match(/^#{1,6} +\S/gm)?.length ?? 0;
  const marks =
    text.match(/^\s*[-*+] +\S|\*\*[^*\n]{1,300}\*\*|\[[^\]\n]{1,300}\]\([^)\n]{1,300}\)|^(?:=|-){3,}\s*$/gm)?.length ??
    0;
  return titles >= 2 || (titles === 1 && marks > 0);
}
