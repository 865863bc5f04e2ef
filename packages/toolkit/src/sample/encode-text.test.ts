import { expect, test } from "vitest";
import { encodeText } from "./encode-text.ts";

const text = "Peña Landing, St. Odile’s – “quoted”\r\n";

test("windows-1252 bytes decode to the same text", () => {
  const bytes = encodeText(text, "windows-1252");
  expect(bytes.length).toBe(text.length);
  expect(new TextDecoder("windows-1252").decode(bytes)).toBe(text);
});

test("a byte order mark is three bytes in front", () => {
  expect([...encodeText("a", "utf-8-bom")]).toEqual([0xef, 0xbb, 0xbf, 0x61]);
});

test("a character that the encoding lacks is refused", () => {
  expect(() => encodeText("漢", "windows-1252")).toThrow("invalid character; not in windows-1252: 漢");
});
