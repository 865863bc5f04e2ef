import fc from "fast-check";
import { expect, test } from "vitest";
import { literal, openEngine } from "../../release/engine.ts";
import { normaliseSql, normaliseValue } from "./normalise-value.ts";

test("outer space goes, inner runs become one, capitals become small", () => {
  expect(normaliseValue("  Held \u00a0 Suspect\r\nDown ")).toBe("held suspect down");
  expect(normaliseValue("NIÑO ÉL")).toBe("niño él");
});

test("the SQL twin agrees on every text", async () => {
  const engine = await openEngine();
  const space = fc.constantFrom(
    " ",
    "\t",
    "\n",
    "\u00a0",
    "\u2003",
    "\u200b",
    "\ufeff",
    "\u3000",
    "İ",
    "ß",
    "Σ",
    "É",
    "A",
    "z",
  );
  const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: space }), fc.string());
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 40 }), async (texts) => {
      const safe = texts.map((one) => one.replaceAll("\0", ""));
      const rows = await engine.rows<{ value: string }>(
        `SELECT ${normaliseSql("v")} AS value FROM (VALUES ${safe.map((one, i) => `(${i}, ${literal(one)})`).join(", ")}) AS t(i, v) ORDER BY i`,
      );
      expect(rows.map(({ value }) => value)).toEqual(safe.map(normaliseValue));
    }),
    { numRuns: 60 },
  );
  const [row] = await engine.rows<{ value: string | null }>(`SELECT ${normaliseSql("NULL::VARCHAR")} AS value`);
  expect(row?.value).toBeNull();
  engine.close();
});
