import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import type { Encoding } from "./detect-encoding.ts";

const newline = 0x0a;

/** A piece of a text file. */
export type TextPiece = {
  readonly text: string;
  /** Bytes of the file read so far. */
  readonly bytes: number;
  /** Lines of the piece that are not UTF-8. */
  readonly foreign: number;
};

/**
 * The characters of a text file, in pieces of about a megabyte. In a file that is not UTF-16 each line is decoded by
 * itself: a line that is not UTF-8 is read in the encoding found for the file, so that two halves pasted together from
 * different programs both come out right.
 */
export async function* fileText(path: string, encoding: Encoding): AsyncGenerator<TextPiece> {
  const wide = encoding.label.startsWith("utf-16");
  const decoder = wide ? new TextDecoder(encoding.label) : undefined;
  let rest: Buffer = Buffer.alloc(0);
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 })) {
    const piece: Buffer = chunk;
    bytes += piece.length;
    if (decoder) {
      yield { text: decoder.decode(piece, { stream: true }), bytes, foreign: 0 };
      continue;
    }
    const joined = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    const cut = cutPoint(joined);
    rest = joined.subarray(cut);
    if (cut > 0) yield { ...decodeLines(joined.subarray(0, cut), encoding), bytes };
  }
  const last = decoder ? { text: decoder.decode(), foreign: 0 } : decodeLines(rest, encoding);
  if (last.text !== "") yield { ...last, bytes };
}

/** After the last line end; in a line of over a megabyte, before a character that may be incomplete. */
function cutPoint(bytes: Buffer): number {
  const end = bytes.lastIndexOf(newline) + 1;
  if (end > 0 || bytes.length < 2 ** 20) return end;
  let cut = bytes.length;
  while (cut > bytes.length - 4 && ((bytes[cut - 1] ?? 0) & 0xc0) === 0x80) cut -= 1;
  return ((bytes[cut - 1] ?? 0) & 0x80) === 0 ? bytes.length : cut - 1;
}

function decodeLines(bytes: Buffer, encoding: Encoding): { text: string; foreign: number } {
  if (isUtf8(bytes)) return { text: bytes.toString("utf8"), foreign: 0 };
  const decoder = new TextDecoder(encoding.label === "utf-8" ? "windows-1252" : encoding.label);
  const lines: string[] = [];
  let foreign = 0;
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(newline, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    const line = bytes.subarray(start, end);
    const isPlain = isUtf8(line);
    lines.push(isPlain ? line.toString("utf8") : decoder.decode(line));
    if (!isPlain) foreign += 1;
    start = end;
  }
  return { text: lines.join(""), foreign };
}
