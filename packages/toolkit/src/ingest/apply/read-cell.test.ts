import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normaliseValue } from "../mapping/normalise-value.ts";
import { combineTokens, readCell } from "./read-cell.ts";
import { column } from "./testing/ingest-text.ts";

const read = (mapping: ReturnType<typeof column>, cell: string) => readCell(mapping, cell, normaliseValue);
const tokens = (mapping: ReturnType<typeof column>, cell: string) => Object.fromEntries(read(mapping, cell).tokens);

const race = "person.race_ethnicity";
const raceColumn = column("Race", race, {
  values: { black: "black", w: "white", unk: "?unknown", dog: "!not_person" },
});

describe("a column of values", () => {
  test("a value is looked up whatever its case and spaces", () => {
    expect(tokens(raceColumn, "  BLACK ")).toEqual({ [race]: ["black"] });
  });

  test("a reason, a blank and a word that nobody mapped are three kinds of missing", () => {
    expect(tokens(raceColumn, "Unk")).toEqual({ [race]: ["?unknown"] });
    expect(tokens(raceColumn, "")).toEqual({ [race]: ["?not_recorded"] });
    const unmapped = read(raceColumn, "Martian");
    expect(Object.fromEntries(unmapped.tokens)).toEqual({ [race]: ["?unmappable"] });
    expect(unmapped.unmapped).toEqual(["Martian"]);
  });

  test("a mapping can say what a blank means", () => {
    const died = column("Died", "outcome.died", { values: { "": "no", y: "yes" } });
    expect(tokens(died, " ")).toEqual({ "outcome.died": ["no"] });
  });

  test("a dog is no person", () => expect(tokens(raceColumn, "Dog")).toEqual({ [race]: ["!not_person"] }));

  test("words such as constructor are data, not code", () => {
    expect(read(raceColumn, "constructor").unmapped).toEqual(["constructor"]);
  });

  test("a value can belong to another field, or to several", () => {
    const reason = column("Reason", "incident.contact_reason", {
      values: {
        fled: "resistance.resistance_type=flight_on_foot",
        "stop, fled": ["traffic_stop", "resistance.resistance_type=flight_on_foot"],
      },
    });
    expect(tokens(reason, "Stop, fled")).toEqual({
      "incident.contact_reason": ["traffic_stop"],
      "resistance.resistance_type": ["flight_on_foot"],
    });
    expect(tokens(reason, "Fled")["resistance.resistance_type"]).toEqual(["flight_on_foot"]);
  });
});

describe("a flag", () => {
  const taser = column("Taser", "force_application.force_type", { read: "flag", code: "cew_used" });

  test("with a code: yes is the code, no is nothing, and neither is a blank", () => {
    expect(tokens(taser, "Yes")).toEqual({ "force_application.force_type": ["cew_used"] });
    for (const no of ["No", "0", "", "FALSE"])
      expect(tokens(taser, no)).toEqual({ "force_application.force_type": [] });
  });

  test("a word that is neither yes nor no is missing and told", () => {
    const maybe = read(taser, "perhaps");
    expect(maybe.unmapped).toEqual(["perhaps"]);
    expect(Object.fromEntries(maybe.tokens)).toEqual({ "force_application.force_type": ["?unmappable"] });
  });

  test("without a code it is yes or no; the mapping's own words come first", () => {
    const injured = column("Injured", "injury.injured", { read: "flag", values: { "-1": "?not_recorded", "1": "no" } });
    expect(tokens(injured, "true")).toEqual({ "injury.injured": ["yes"] });
    expect(tokens(injured, "-1")).toEqual({ "injury.injured": ["?not_recorded"] });
    expect(tokens(injured, "1")).toEqual({ "injury.injured": ["no"] });
  });

  test("without a code a blank is not a no", () => {
    const injured = column("Injured", "injury.injured", { read: "flag" });
    expect(tokens(injured, "")).toEqual({ "injury.injured": ["?not_recorded"] });
  });
});

describe("a number", () => {
  const age = column("Age", "person.age", {
    read: "number",
    values: { "20s": "18-24", "under 10": "0-9", "?": "?unknown" },
  });

  test("becomes a band of the published field; bands go through values and minors are merged", () => {
    expect(tokens(age, "37")).toEqual({ "person.age_band": ["35-44"] });
    expect(tokens(age, "20s")).toEqual({ "person.age_band": ["18-24"] });
    expect(tokens(age, "Under 10")).toEqual({ "person.age_band": ["0-17"] });
  });

  test("an impossible one is missing, with the value as an issue", () => {
    const reading = read(age, "230");
    expect(Object.fromEntries(reading.tokens)).toEqual({ "person.age_band": ["?unmappable"] });
    expect(reading.issues).toEqual([{ code: "impossible-age", value: "230" }]);
  });
});

describe("a list", () => {
  const overPeople = column("Race", race, {
    delimiter: ",",
    over: "person",
    values: { black: "black", dog: "!not_person" },
  });

  test("over people keeps one element a person: equal, blank and unmapped ones too", () => {
    expect(tokens(overPeople, "Black,Black")).toEqual({ [race]: ["black", "black"] });
    expect(tokens(overPeople, "Black,,Dog,Elf")).toEqual({
      [race]: ["black", "?not_recorded", "!not_person", "?unmappable"],
    });
  });

  const anyOf = (field: string) =>
    column("List", field, {
      delimiter: ";",
      over: "any",
      values: { a: "takedown", b: "oc_spray_used", stop: "traffic_stop" },
    });

  test("equal reasons are one reason, equal kinds of force are two uses", () => {
    expect(tokens(anyOf("incident.contact_reason"), "stop;stop")).toEqual({
      "incident.contact_reason": ["traffic_stop"],
    });
    const force = "force_application.force_type";
    expect(tokens(anyOf(force), "a;a;b")).toEqual({ [force]: ["takedown", "takedown", "oc_spray_used"] });
  });

  test("force that nobody could map is still force; a reason beside a known one is not", () => {
    const force = "force_application.force_type";
    expect(tokens(anyOf(force), "a;zap")).toEqual({ [force]: ["takedown", "?unmappable"] });
    expect(tokens(anyOf("incident.contact_reason"), "stop;zap")).toEqual({
      "incident.contact_reason": ["traffic_stop"],
    });
    expect(read(anyOf("incident.contact_reason"), "stop;zap").unmapped).toEqual(["zap"]);
  });
});

describe("combineTokens", () => {
  test("two groups named of one person are two or more; the same group twice is one", () => {
    expect(combineTokens(race, ["black", "white"])).toBe("multiracial");
    expect(combineTokens(race, ["black", "black"])).toBe("black");
    expect(combineTokens(race, ["black", "?unmappable"])).toBe("multiracial");
    expect(combineTokens(race, ["black", "?unknown"])).toBe("black");
  });

  test("other fields take the code beside reasons, else the first reason", () => {
    expect(combineTokens("person.gender", ["?unknown", "man"])).toBe("man");
    expect(combineTokens("person.gender", ["?refused", "?unknown"])).toBe("?refused");
    expect(combineTokens("person.gender", [])).toBe("?not_recorded");
  });
});

test("whatever a cell holds, an aligned list gives one token for every element", () => {
  const list = column("Race", race, {
    delimiter: ",",
    over: "person",
    values: { black: "black", w: ["white", "hispanic_latino"] },
  });
  const cell = fc.array(fc.constantFrom("Black", "W", "", "?", "!not_person", "x=y", "constructor"), {
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(cell, (words) => {
      expect(tokens(list, words.join(","))[race]).toHaveLength(words.length);
    }),
  );
});
