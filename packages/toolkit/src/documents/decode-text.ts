/**
 * Bytes of a text file as characters: by byte order mark, by the zeros of UTF-16, as UTF-8 where they are valid UTF-8,
 * else as windows-1252, in which every sequence of bytes has a meaning.
 *
 * Source: Encoding Standard, encoding.spec.whatwg.org (windows-1252 stands for ISO-8859-1).
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const head = bytes.subarray(0, 65_536);
  const [even, odd] = [0, 1].map((side) => head.filter((byte, index) => byte === 0 && index % 2 === side).length);
  if ((odd ?? 0) > head.length * 0.15) return new TextDecoder("utf-16le").decode(bytes);
  if ((even ?? 0) > head.length * 0.15) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
