import { describe, expect, test } from "vitest";
import { findExceptions } from "./find-exceptions.ts";
import { findPhrases } from "./find-phrases.ts";
import { readModality } from "./read-modality.ts";

const read = (text: string, act: string, { leadEnd = 0, titles = [] as string[] } = {}): string | undefined => {
  const mark = findPhrases([act], text).at(-1);
  return mark && readModality({ text, leadEnd, titles, exceptions: findExceptions(text) }, mark);
};

describe("how a sentence speaks of an act", () => {
  const sentences: readonly [text: string, act: string, modality: string][] = [
    ["Officers shall intervene.", "intervene", "must"],
    ["Officers must promptly render aid.", "render aid", "must"],
    ["Members have a duty to intervene.", "intervene", "must"],
    ["It is the policy of this department to de-escalate situations.", "de escalate", "must"],
    ["Officers shall not use chokeholds.", "chokeholds", "must-not"],
    ["Chokeholds are strictly prohibited.", "chokeholds", "must-not"],
    ["Officers shall refrain from using chokeholds.", "chokeholds", "must-not"],
    ["No warning shots are permitted.", "warning shots", "must-not"],
    ["Officers are not authorized to fire warning shots.", "warning shots", "must-not"],
    ["It will not be permitted to carry people in the prone position.", "prone position", "must-not"],
    ["Do not shoot at moving vehicles.", "shoot at moving vehicles", "must-not"],
    ["Officers should de-escalate.", "de escalate", "should"],
    ["A verbal warning should be given.", "verbal warning", "should"],
    ["Officers should not fire from a car.", "fire", "should-not"],
    ["Officers may use a carotid hold.", "carotid hold", "may"],
    ["A carotid hold is authorized against active resistance.", "carotid hold", "may"],
    ["Officers shall report injuries and may use a carotid hold.", "carotid hold", "may"],
    ["Officers need not retreat.", "retreat", "need-not"],
    ["Nothing in this policy requires an officer to retreat.", "retreat", "need-not"],
    ["Officers shall consider a verbal warning.", "verbal warning", "must-consider"],
    ["Officers are encouraged to consider de-escalation.", "de escalation", "should-consider"],
    ["De-escalation is one of the tools of police work.", "de escalation", "describes"],
    ["If feasible, give a warning before using deadly force.", "warning", "must"],
    ["The policy on shooting at a vehicle may not cover every case.", "shooting at a vehicle", "describes"],
  ];
  for (const [text, act, modality] of sentences)
    test(`${text} → ${modality}`, () => {
      expect(read(text, act)).toBe(modality);
    });

  test("a lead-in governs its items", () => {
    const lead = "Officers shall not: ";
    expect(read(`${lead}Fire at a moving vehicle.`, "fire", { leadEnd: lead.length })).toBe("must-not");
  });

  test("a title that forbids governs what stands under it", () => {
    expect(read("Hog-tie restraints.", "hog tie", { titles: ["Prohibited techniques"] })).toBe("must-not");
  });

  test("words of an exception speak for the exception only", () => {
    expect(read("Unless deadly force is authorized, chokeholds shall not be used.", "chokeholds")).toBe("must-not");
  });
});
