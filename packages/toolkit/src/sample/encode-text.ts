/** Encodings that departments' files are found in; `utf-8-bom` starts with a byte order mark. */
export type TextEncoding = "utf-8" | "utf-8-bom" | "windows-1252";

/** The characters above U+00FF that Riverton's files use, with their windows-1252 byte. */
const windows1252Bytes: Readonly<Record<string, number>> = { "’": 0x92, "–": 0x96, "“": 0x93, "”": 0x94 };

/**
 * The bytes of a text. windows-1252 is what many departments' spreadsheets still save; only the characters that the
 * sample needs are known. Source: encoding.spec.whatwg.org/#windows-1252.
 *
 * @throws RangeError for a character that the encoding (as far as known here) lacks
 */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  if (encoding === "utf-8-bom") return new TextEncoder().encode(`\uFEFF${text}`);
  return Uint8Array.from(text, windows1252Byte);
}

function windows1252Byte(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  const byte = code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : windows1252Bytes[character];
  if (byte === undefined) throw new RangeError(`invalid character; not in windows-1252: ${character}`);
  return byte;
}
