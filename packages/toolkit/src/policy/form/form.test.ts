import { describe, expect, test } from "vitest";
import { textPolicy } from "../checks/text-policy.ts";
import subjects from "../consistency/form-subjects.json" with { type: "json" };
import type { PolicyDocument } from "../documents/policy-document.ts";
import fields from "./form-fields.json" with { type: "json" };
import { formInconsistencies } from "./form-inconsistencies.ts";
import { formLabels } from "./form-labels.ts";
import words from "./form-words.json" with { type: "json" };
import { readDeclaredForm } from "./read-declared-form.ts";
import { readColumns, readForm } from "./read-form.ts";

const form = (text: string, more: Partial<PolicyDocument> = {}): PolicyDocument => ({
  name: "report.pdf",
  sha256: "f".repeat(64),
  isReadable: true,
  text,
  policies: [],
  ...more,
});

const whole = `Riverton Police Department
Use of Force Report
Incident number: ____ Date of incident: ____ Location: ____
Name: ____ Sex: ____ Date of birth: ____ Officer Race: ____
Nature of call: ☐ Dispatched ☐ On-view
Level of resistance: ☐ Passive ☐ Active
Force used: ☐ Takedown ☐ OC spray ☐ Baton ☐ Taser: ☐ Displayed ☐ Probes ☐ Firearm discharged ☐ Other
Was the person injured? ☐ Yes ☐ No
In the account the officer must describe any de-escalation that was tried before the force.`;

const read = (text = whole, more: Partial<PolicyDocument> = {}) => {
  const reading = readForm(form(text, more));
  return {
    reading,
    element: (id: string) => reading.elements.find((one) => one.id === id),
    scope: (code: string) => reading.force.find((one) => one.code === code)?.scope,
  };
};

describe("a blank form", () => {
  const { reading, element, scope } = read();

  test("has the elements whose labels are there, with the words that say so", () => {
    expect(element("gender")).toEqual({ id: "gender", status: "collected", words: ["Sex"] });
    expect(element("age")?.words).toEqual(["Date of birth"]);
    expect(element("injury")).toMatchObject({ status: "collected" });
    expect(element("contact_reason")?.status).toBe("collected");
  });

  test("asks in part for what only an instruction names", () => {
    expect(element("deescalation")).toEqual({ id: "deescalation", status: "partly", words: [] });
  });

  test("lacks only what no word on it could mean", () => {
    expect(element("hospital")?.status).toBe("not_collected");
    expect(element("arrest")?.status).toBe("not_collected");
    // "Officer Race" is no place for the person's race, and in a grid it might be: it cannot be told.
    expect(element("race")).toEqual({ id: "race", words: [] });
  });

  test("joins an option with the label before it, and keeps showing apart from using", () => {
    expect(scope("cew_displayed_unspecified")).toBe("always");
    expect(scope("cew_probes_fired")).toBe("always");
    expect(scope("firearm_discharged")).toBe("always");
    expect(scope("spit_hood")).toBe("not_recorded");
    expect(scope("canine_bite_or_contact")).toBe("not_recorded");
    // A takedown box says nothing of strikes; none of its words could mean one.
    expect(scope("strike_leg")).toBe("not_recorded");
  });

  test("says nothing of pointing a gun while a box could mean it", () => {
    expect(read(whole.replace("☐ Firearm discharged", "☐ Firearm")).scope("firearm_pointed")).toBeUndefined();
    expect(read(`${whole}\n☐ Weapon drawn`).scope("firearm_drawn")).toBeUndefined();
    expect(read(whole.replace("Taser: ☐ Displayed ☐ Probes", "Taser")).scope("firearm_pointed")).toBe("not_recorded");
  });

  test("says nothing of kinds of force where it lists fewer than three", () => {
    const { reading: open } = read(whole.replace(/Force used:.*/, "Force used: ____ ☐ Baton"));
    expect(open.isComplete).toBe(true);
    expect(open.force.map(({ code }) => code)).toEqual(["impact_weapon_used"]);
  });

  test("with a box for other force says so, and lists what no rule knows", () => {
    expect(reading.hasOtherBox).toBe(true);
    expect(read(`${whole}\nZyx field: ____`).reading.unread).toContain("Zyx field");
  });

  test.each([
    ["a scan read unsurely", whole, { confidence: 0.6 }],
    ["a form on another subject", whole.replaceAll(/force/gi, "tow"), {}],
    ["a form with few known fields", "Use of Force Report\nName: ____ Date: ____ Signature: ____", {}],
    ["a policy", `${whole}\n${"The officer shall write a report of the force that was used. ".repeat(60)}`, {}],
  ])("%s lacks nothing", (_, text, more) => {
    const { reading: unsure } = read(text, more);
    expect(unsure.isComplete).toBe(false);
    expect(unsure.elements.some(({ status }) => status === "not_collected")).toBe(false);
    expect(unsure.force.some(({ scope: found }) => found === "not_recorded")).toBe(false);
  });

  test("a drop-down list of injuries may offer death", () => {
    expect(read(whole).element("death")?.status).toBe("not_collected");
    expect(read(`${whole}\nInjury: Choose an item.`).element("death")?.status).toBeUndefined();
  });
});

test("labels end at boxes, blanks, colons and line ends; sentences are running text", () => {
  expect(formLabels("Race ____ Sex ____\nArrested? [ ] Yes [ ] No\nWrite down what the person said to you.")).toEqual({
    labels: ["Race", "Sex", "Arrested?", "Yes", "No"],
    prose: ["Write down what the person said to you."],
  });
});

describe("the columns of an empty table", () => {
  const table = { name: "blank.csv", sha256: "a".repeat(64) };
  const plain = ["Incident_Number", "DateOccurred", "Location", "SubjectRace", "SubjectSex", "ForceUsed"];

  test("lack what none of them names, where every one of them is understood", () => {
    const reading = readColumns(plain, table);
    expect(reading.unread).toEqual([]);
    expect(reading.elements.find(({ id }) => id === "race")).toMatchObject({
      status: "collected",
      words: ["Subject Race"],
    });
    expect(reading.elements.find(({ id }) => id === "age")?.status).toBe("not_collected");
  });

  test("lack nothing where one is not understood", () => {
    const reading = readColumns([...plain, "CZQ_T"], table);
    expect(reading.unread).toEqual(["CZQ T"]);
    expect(reading.elements.find(({ id }) => id === "age")?.status).toBeUndefined();
  });
});

describe("a list that a person wrote", () => {
  const place = { name: "form.json", sha256: "a".repeat(64) };

  test("is taken as it is; unknown stays unknown", () => {
    const { reading } = readDeclaredForm(
      { elements: { race: "not_collected" }, force: { spit_hood: "unknown", takedown: "always" } },
      place,
    );
    expect(reading?.elements).toEqual([{ id: "race", status: "not_collected", words: [] }]);
    expect(reading?.force).toEqual([{ code: "takedown", scope: "always", words: [] }]);
  });

  test.each([
    [null, "form-shape"],
    [{}, "form-shape"],
    [{ elements: [] }, "form-shape"],
    [{ elements: { hue: "collected" } }, "form-element"],
    [{ elements: { race: "yes" } }, "form-status"],
    [{ force: { laser: "always" } }, "form-force"],
    [{ force: { takedown: "often" } }, "form-scope"],
  ])("fault %# is named in both languages", (value, code) => {
    const { reading, issues } = readDeclaredForm(value, place);
    expect([reading, issues.map((issue) => issue.code)]).toEqual([undefined, [code]]);
    expect(readDeclaredForm(value, { ...place, language: "es" }).issues[0]?.message).not.toBe(issues[0]?.message);
  });
});

describe("what policy and form do not share", () => {
  const policy = textPolicy(
    `# Use of Force\n\nThe use of force report must state the race of the person, and whether a spit hood was used.\n\nAfter force an officer may put a spit hood on a person.\n\n# Missing people\n\nThe report on a missing person must state the age of the person.`,
  );
  const declared = (value: unknown) => {
    const { reading } = readDeclaredForm(value, { name: "form.json", sha256: "a".repeat(64) });
    if (reading === undefined) throw new Error("the test's form is wrong");
    return formInconsistencies([policy], reading).map(({ id }) => id);
  };

  test("is what a clause on force names and the form lacks, and what only the form has", () => {
    expect(declared({ elements: { race: "not_collected", age: "not_collected" } })).toEqual([
      "policy-without-field:race",
    ]);
    expect(
      declared({ elements: { race: "collected" }, force: { spit_hood: "not_recorded", takedown: "always" } }),
    ).toEqual(["policy-without-field:spit-hood", "field-without-policy:takedown"]);
  });

  test("of published records is said of the records, not of the form", () => {
    const { reading } = readDeclaredForm({ elements: { race: "not_collected" } }, { name: "r", sha256: "" });
    if (reading === undefined) throw new Error("the test's form is wrong");
    const [found] = formInconsistencies([policy], { ...reading, source: "release" });
    expect(found?.why.en).toContain("may record it and not publish it");
  });
});

test("the words: every kind of force is known to the search for gaps, and both languages say the same", () => {
  const known = subjects.force.map(({ id }) => id);
  for (const { id } of fields.force) expect(known).toContain(id);
  expect(Object.keys(words.es.issues)).toEqual(Object.keys(words.en.issues));
});
