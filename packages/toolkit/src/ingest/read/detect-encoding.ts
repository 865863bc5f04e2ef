import chardet from "chardet";

/** How the bytes of a text file become characters. */
export type Encoding = {
  /** Label of the Encoding Standard, such as `utf-8`, `utf-16le`, `windows-1252`. */
  readonly label: string;
  /** Whether DuckDB can read the bytes as they are. */
  readonly direct: boolean;
};

/** Labels chardet gives for western text; all are read as windows-1252, as browsers do. */
const western = /^(ASCII|UTF-8|ISO-8859-(1|2|9)|windows-125[0-4])$/;

/** Confidence of chardet (0–100) below which another alphabet is not assumed. */
const sureEnough = 90;

/**
 * Detects the encoding from a byte order mark, from the zeros of UTF-16, from being valid UTF-8, else with chardet.
 * A file that is not UTF-8 is taken for windows-1252 unless chardet is sure of another alphabet.
 *
 * Source: Encoding Standard, encoding.spec.whatwg.org (windows-1252 stands for ISO-8859-1).
 *
 * @param head first bytes of the file
 */
export function detectEncoding(head: Buffer): Encoding {
  if (head.length >= 2 && head.readUInt16LE(0) === 0xfeff) return { label: "utf-16le", direct: false };
  if (head.length >= 2 && head.readUInt16BE(0) === 0xfeff) return { label: "utf-16be", direct: false };
  const zeros = [0, 1].map(
    (side) => head.subarray(0, 65_536).filter((byte, index) => byte === 0 && index % 2 === side).length,
  );
  const [even = 0, odd = 0] = zeros;
  const many = Math.min(head.length, 65_536) * 0.15;
  if (odd > many && even < odd / 10) return { label: "utf-16le", direct: false };
  if (even > many && odd < even / 10) return { label: "utf-16be", direct: false };
  if (isUtf8(head)) return { label: "utf-8", direct: true };
  const [best] = chardet.analyse(head);
  const known = best && !western.test(best.name) && best.confidence >= sureEnough && isLabel(best.name);
  return { label: known ? best.name.toLowerCase() : "windows-1252", direct: false };
}

/** Whether the bytes are UTF-8; a character cut off at the end does not count against it. */
export function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function isLabel(name: string): boolean {
  try {
    return new TextDecoder(name).encoding.length > 0;
  } catch {
    return false;
  }
}
