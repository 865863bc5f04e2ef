import { describe, expect, test } from "vitest";
import { type ClauseReading, clauseReading } from "./clause-reading.ts";
import { textPolicy } from "./text-policy.ts";

const readings = (text: string): ClauseReading[] =>
  textPolicy(text).policies.flatMap((policy) =>
    policy.clauses.flatMap((_, index) => clauseReading(textPolicy(text), policy, index) ?? []),
  );
const reading = (text: string, words: string): ClauseReading => {
  const found = readings(text).find(({ clause }) => clause.text.startsWith(words));
  if (found === undefined) throw new RangeError(`invalid words; must begin a clause: ${words}`);
  return found;
};

describe("a lead-in that only takes up a duty said before", () => {
  const duty = "An entry is required in these cases:";
  const list = "This shall include, among others:\n- A pistol that is pointed at a person.";

  test("is read with the sentence that opens the cases", () => {
    const found = reading(`${duty}\nAny force above a firm grip.\n${list}`, "A pistol");
    expect(found.text).toBe(`${duty} This shall include, among others: A pistol that is pointed at a person.`);
    expect(found.text.slice(found.leadEnd)).toBe("A pistol that is pointed at a person.");
  });

  test("is left alone where no sentence opens cases, or one of another section does", () => {
    const alone = "This shall include, among others: A pistol that is pointed at a person.";
    expect(reading(`Pistols are cleaned each week.\n${list}`, "A pistol").text).toBe(alone);
    expect(reading(`# Reports\n${duty}\n# Equipment\n${list}`, "A pistol").text).toBe(alone);
  });

  test("a lead-in with words of its own is left alone", () => {
    const own = "Officers shall carry:\n- A pistol.";
    expect(reading(`${duty}\n${own}`, "A pistol").text).toBe("Officers shall carry: A pistol.");
  });
});

describe("what the next sentence leaves out", () => {
  const duty = "Pointing a pistol at a person shall be reported.";
  const without = "This does not include a search of a building.";

  test("is an exception of the sentence before it", () => {
    const found = reading(`${duty}\n${without}`, "Pointing");
    expect(found.exceptions.map(({ text }) => text)).toEqual([without]);
    for (const { start, end, text } of found.exceptions) expect(found.text.slice(start, end)).toBe(text);
  });

  test("is none for a sentence of another section, nor for a definition", () => {
    expect(reading(`# One\n${duty}\n# Two\n${without}`, "Pointing").exceptions).toEqual([]);
    expect(reading(`Firearm means a pistol or a rifle.\n${without}`, "Firearm").exceptions).toEqual([]);
  });
});
