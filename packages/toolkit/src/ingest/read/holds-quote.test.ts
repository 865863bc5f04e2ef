import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { holdsQuote } from "./holds-quote.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-quote-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (text: string): string => {
  const path = join(folder, "file.csv");
  writeFileSync(path, text);
  return path;
};

test("a quotation mark is found wherever it stands", async () => {
  expect(await holdsQuote(file(""))).toBe(false);
  expect(await holdsQuote(file("a,b,c\n1,2,3\n"))).toBe(false);
  expect(await holdsQuote(file('"'))).toBe(true);
  expect(await holdsQuote(file(`${"a,b\n".repeat(600_000)}1,2"\n`))).toBe(true);
});
