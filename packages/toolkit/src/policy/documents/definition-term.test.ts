import { describe, expect, test } from "vitest";
import { definitionTerm, opensDefinitions } from "./definition-term.ts";

describe("a term and its meaning", () => {
  test.each([
    ["Deadly force: Force likely to cause death.", "Deadly force"],
    ["Deadly force - Force likely to cause death.", "Deadly force"],
    ["DEADLY FORCE – Force likely to cause death.", "DEADLY FORCE"],
    ["“Chokehold” means any pressure to the throat.", "Chokehold"],
    ["Chokehold means any pressure to the throat.", "Chokehold"],
    ["An imminent threat is defined as one about to happen.", "imminent threat"],
    ["Less-lethal force — force not likely to kill.", "Less-lethal force"],
    ["De-escalation: Taking action to slow things down.", "De-escalation"],
  ])("%s", (sentence, term) => expect(definitionTerm(sentence, true)).toBe(term));

  test.each([
    "Officers shall not do the following: strike, kick or choke.",
    "This includes: batons and sprays.",
    "The officer must report - at once - any force.",
    "An officer may use force when it is necessary.",
  ])("%s defines nothing", (sentence) => expect(definitionTerm(sentence, true)).toBeUndefined());

  test("outside a definitions section only plain definitions count", () => {
    expect(definitionTerm("Note: report at once.", false)).toBeUndefined();
    expect(definitionTerm("Force is defined as any physical contact to compel.", false)).toBe("Force");
    expect(definitionTerm("“Feasible” means reasonably able to be done.", false)).toBe("Feasible");
  });

  test("headings", () => {
    expect(
      ["DEFINITIONS", "II. Definitions:", "300.1.1 DEFINITIONS", "Glossary of terms"].every(opensDefinitions),
    ).toBe(true);
    expect(["POLICY", "Terms of employment and pay"].some(opensDefinitions)).toBe(false);
  });
});
