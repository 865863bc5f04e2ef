import { expect, test } from "vitest";
import type { DocumentBlock } from "./document-block.ts";
import { lineMarker } from "./line-marker.ts";
import { mendSeries } from "./mend-series.ts";

function block(text: string, x = 100): DocumentBlock {
  const marker = lineMarker(text);
  return {
    kind: marker ? "item" : "paragraph",
    text,
    pages: [],
    x,
    height: 10,
    isBold: false,
    isCell: false,
    ...(marker ? { marker } : {}),
  };
}
const labels = (...blocks: readonly DocumentBlock[]) =>
  mendSeries(blocks).map(({ marker, text }) => (marker ? `${marker.label}|${text.slice(marker.length)}` : text));

test("an item whose number was misread goes on in its list", () => {
  expect(labels(block("4. Use of a baton;"), block("b: Use of spray;"), block("6. Use of a dog;"))).toEqual([
    "4.|Use of a baton;",
    "5.|Use of spray;",
    "6.|Use of a dog;",
  ]);
  expect(labels(block("B. Reports."), block("Gi Officers write one."), block("D. Review."))[1]).toBe(
    "C.|Officers write one.",
  );
});

test.each([
  ["the numbers leave no room", [block("4. One;"), block("b: Two;"), block("5. Three;")]],
  ["it stands elsewhere", [block("4. One;"), block("b: Two;", 160), block("6. Three;")]],
  ["it begins with a word", [block("4. One;"), block("Officers report;"), block("6. Three;")]],
  ["it goes on with a small letter", [block("4. One;"), block("is done;"), block("6. Three;")]],
  ["it is the last", [block("4. One;"), block("b: Two;")]],
] as const)("nothing is changed where %s", (_, blocks) => {
  expect(mendSeries(blocks)).toEqual(blocks);
});
