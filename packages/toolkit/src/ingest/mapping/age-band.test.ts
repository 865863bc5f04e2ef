import { expect, test } from "vitest";
import { ageBandOf } from "./age-band.ts";

const published = [
  ["26_30", "26-30"],
  ["18-20", "18-20"],
  ["under 18", "0-17"],
  ["juvenile", "0-17"],
  ["17-oct", "0-17"],
  ["65+", "65+"],
  ["70 and older", "65+"],
  ["19-23", "18-24"],
  ["adult", "18+"],
] as const;

for (const [written, band] of published) test(`“${written}” is ${band}`, () => expect(ageBandOf(written)).toBe(band));

test("a plain age, and a band across several release bands, is no band", () => {
  for (const written of ["23", "20-40", "30-20", "unknown", ""]) expect(ageBandOf(written), written).toBeUndefined();
});
