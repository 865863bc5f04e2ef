import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitSentences } from "./split-sentences.ts";

const sentences = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

const whole = [
  "Force is judged under Graham v. Connor, 490 U.S. 386 (1989), as the courts read it.",
  "This order follows Gov. Code Sec. 7286(b) and 720 ILCS 5/7-5.5.",
  "See CALEA 1.3.6 and 4.2.1 before filing Form No. 12 with Lt. Smith.",
  "The U.S. Supreme Court held so in Tennessee v. Garner, 471 U.S. 1.",
  "Chief J. R. Doe signed the order on Jan. 5, 2020.",
  "Members may use restraints, e.g. handcuffs, i.e. the issued pair, at 5 p.m. on duty.",
  "Report within 2.5 hours to Sgt. Jones (see Art. IV, subd. 3).",
  "The duty is set out in Penal Code § 835a, et seq. and Cal. Const. art. I.",
];

describe("a point that ends nothing", () => {
  test.each(whole)("%s", (text) => expect(sentences(text)).toEqual([text]));
});

const parted: readonly (readonly string[])[] = [
  ["Officers shall intervene.", "They shall report it at once."],
  ["Force must stop.", "“Force” means any physical effort."],
  ["Warning shots are prohibited. (4.01)", "Officers shall give aid."],
  ["Aid is given. [CALEA 1.3.5]", "The report follows."],
  ["Was the threat imminent?", "If so, act!", "Then report."],
  ["The rule is in Section 300.4.", "Officers shall read it."],
  ["It applies to batons, sprays, etc.", "Officers shall report each use."],
  ["The officer said “stop.”", "The person stopped."],
  ["He was seen at 5 p.m.", "The officer left."],
];

describe("a point that ends a sentence", () => {
  test.each(parted.map((parts) => ({ parts })))("$parts", ({ parts }) =>
    expect(sentences(parts.join(" "))).toEqual(parts),
  );
});

test("no letter is lost and the order is kept, whatever the text", () => {
  const word = fc.constantFrom(
    "Officers",
    "shall",
    "not",
    "U.S.",
    "v.",
    "Sec. 4",
    "(b)",
    "force.",
    "”",
    "The",
    "Lt.",
    "A.",
    "[1.3.6]",
    "?",
    "  ",
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const text = words.join(" ");
      const spans = splitSentences(text);
      expect(
        spans
          .map(({ start, end }) => text.slice(start, end))
          .join("")
          .replace(/\s/g, ""),
      ).toBe(text.replace(/\s/g, ""));
      spans.forEach(({ start, end }, index) => {
        expect(start).toBeLessThan(end);
        expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
      });
    }),
  );
});
