import { forceTypes } from "@evenhand/standard/code-lists";
import { elementIds } from "@evenhand/standard/element";
import { describe, expect, test } from "vitest";
import { textPolicy } from "../checks/text-policy.ts";
import type { PolicyDocument } from "../documents/policy-document.ts";
import { actConflicts } from "./act-conflicts.ts";
import words from "./consistency-words.json" with { type: "json" };
import { definitionConflicts } from "./definition-conflicts.ts";
import { findInconsistencies } from "./find-inconsistencies.ts";
import { formGaps } from "./form-gaps.ts";
import subjects from "./form-subjects.json" with { type: "json" };

/** Clauses that say nothing on the subject, so that neighbours are not read as exceptions. */
const filler = [
  "# Records",
  "The chief signs this order.",
  "Copies are kept for a year.",
  "The clerk files them.",
  "Binders are blue.",
  "Shelves are gray.",
  "# Other rules",
];
const document = (name: string, ...lines: string[]): PolicyDocument => ({
  ...textPolicy(lines.join("\n"), name),
  sha256: name.padEnd(64, "0"),
});
const within = (one: string, other: string): PolicyDocument[] => [document("policy", "# Rules", one, ...filler, other)];
const across = (one: string, other: string): PolicyDocument[] => [
  document("old", "# Rules", one),
  document("new", "# Rules", other),
];

const planted: readonly (readonly [string, string, string])[] = [
  ["Chokeholds are prohibited.", "Officers may use a chokehold on a person who resists.", "neck-hold"],
  [
    "Officers shall not use neck restraints of any kind.",
    "The carotid hold is authorized when a person actively resists.",
    "neck-hold",
  ],
  [
    "Carotid restraints are prohibited unless deadly force is justified.",
    "Officers may apply the carotid restraint to overcome active resistance.",
    "neck-hold",
  ],
  ["Warning shots are prohibited.", "Officers may fire warning shots to stop a fight.", "warning-shots"],
  ["Officers shall never fire a warning shot.", "Warning shots are permitted in open country.", "warning-shots"],
  [
    "Officers shall not shoot at a moving vehicle.",
    "Officers may shoot at a moving vehicle to stop it.",
    "shooting-at-vehicles",
  ],
  [
    "Firing at or from moving vehicles is prohibited.",
    "An officer may fire from a moving vehicle during a chase.",
    "shooting-from-vehicles",
  ],
  ["Hog-tying is prohibited.", "Officers may hog-tie a person who kicks.", "hog-tying"],
  [
    "Officers shall not strike a person on the head with a baton.",
    "Officers may strike the head of an attacker.",
    "head-strikes",
  ],
  [
    "The TASER shall not be used on a handcuffed person.",
    "Officers may use the TASER on handcuffed persons who spit.",
    "shock-weapon-on-handcuffed",
  ],
  [
    "OC spray shall not be used on a person who is handcuffed.",
    "Officers may use OC spray on handcuffed persons.",
    "spray-on-handcuffed",
  ],
  [
    "Deadly force shall not be used to protect property.",
    "Officers may use deadly force to protect property of great value.",
    "deadly-force-for-property",
  ],
  ["Ramming is prohibited.", "Officers may end a chase by ramming.", "ramming"],
  [
    "Officers must intervene when another officer uses excessive force.",
    "Officers may intervene when another officer uses excessive force.",
    "intervene",
  ],
  [
    "Officers shall intercede to stop excessive force.",
    "An officer is not required to intercede when excessive force is used by a senior officer.",
    "intervene",
  ],
  ["Officers shall render medical aid to any injured person.", "Officers may render medical aid.", "medical-aid"],
  ["Officers shall provide first aid after force.", "Officers need not provide first aid.", "medical-aid"],
  [
    "Officers shall report every use of force.",
    "Officers need not report a use of force that leaves no injury.",
    "report-force",
  ],
  ["Officers must use de-escalation before force.", "Officers are not required to de-escalate.", "de-escalate"],
  [
    "Officers shall give a verbal warning before deadly force.",
    "Officers may give a verbal warning before deadly force.",
    "warn",
  ],
  ["Officers shall activate the BWC on every call.", "Officers may activate the BWC.", "camera-on"],
];

describe("planted contradictions", () => {
  test.each(planted)("%s ↔ %s", (strict, loose, id) => {
    for (const [documents, isAcrossDocuments] of [
      [within(strict, loose), false],
      [across(strict, loose), true],
      [across(loose, strict), true],
    ] as const) {
      const found = actConflicts(documents).filter((one) => one.id.endsWith(`:${id}`));
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ isAcrossDocuments, clauses: [{ text: strict }, { text: loose }] });
    }
  });
});

describe("no contradiction", () => {
  test.each([
    [
      "Chokeholds are prohibited unless deadly force is justified.",
      "A chokehold may be used only when deadly force is justified.",
    ],
    ["Warning shots are prohibited.", "Warning shots are not allowed in any case."],
    ["Warning shots are prohibited.", "Every warning shot may be reported by telephone."],
    ["Officers shall not shoot at a moving vehicle.", "Officers may shoot at an aggressive animal."],
    [
      "Officers must intervene when another officer uses excessive force.",
      "The Crisis Intervention Team may be called.",
    ],
    ["Officers shall render medical aid.", "A supervisor may request a copy of the form on medical aid."],
    [
      "Officers shall report every use of force.",
      "A supervisor who used force shall not review the report of that use of force.",
    ],
    ["Chokeholds are prohibited.", "Chokehold means any pressure on the neck."],
    [
      "Officers shall offer medical aid to injured people as the order on force sets forth, consistent with the procedures of that directive.",
      "Officers may give medical aid to injured people.",
    ],
  ])("%s ↔ %s", (one, other) =>
    expect([...actConflicts(within(one, other)), ...actConflicts(across(one, other))]).toEqual([]),
  );

  test("an exception in the next sentence is the ban's own", () => {
    expect(
      actConflicts([
        document(
          "p",
          "# Neck",
          "Chokeholds are prohibited.",
          "However, a chokehold may be used if the officer's life is in danger.",
        ),
      ]),
    ).toEqual([]);
  });
});

describe("definitions", () => {
  const force = "Force means any physical effort that officers use to control, restrain or overcome a person.";
  test("of one term that share little are found, within and across documents", () => {
    const other = "Force means discharge of a firearm that causes injury or death to somebody else.";
    for (const documents of [across(force, other)]) {
      const [found, ...more] = definitionConflicts(documents);
      expect(more).toEqual([]);
      expect(found).toMatchObject({
        id: "definition:force",
        kind: "definition",
        subject: { en: "force" },
        isAcrossDocuments: true,
      });
      expect(found?.clauses.map(({ text }) => text)).toEqual([force, other]);
    }
  });

  test("that say the same in other order, or more at length, are no conflict", () => {
    expect(
      definitionConflicts(
        across(force, "Force means efforts, physical, used by officers to restrain, control or overcome any person."),
      ),
    ).toEqual([]);
    expect(
      definitionConflicts(
        across(force, `${force} It includes pointing a firearm at the person and every strike, kick or hold.`),
      ),
    ).toEqual([]);
    expect(definitionConflicts([document("p", "# A", force)])).toEqual([]);
  });

  test("that only say what a unit or a paper is, in other words, are no conflict; what they allow may be", () => {
    const team = "Tactical team means a team of officers chosen and trained for searches of high danger.";
    const other = "Tactical team means those members assigned by the chief to serve warrants at night.";
    expect(definitionConflicts(across(team, other))).toEqual([]);
    const form = "Force report means the form on which an officer says what happened and why.";
    expect(definitionConflicts(across(form, "Force report means a document kept by the clerk for ten years."))).toEqual(
      [],
    );
    expect(
      definitionConflicts(across(form, "Force report means only a document signed after a shooting.")),
    ).toHaveLength(1);
  });
});

describe("policy and form", () => {
  const policy = document(
    "policy",
    "# Reporting",
    "The report shall state the race of the person and the type of resistance.",
    "Officers may use the TASER or a baton.",
    "Officers who point a firearm at a person shall report it.",
  );
  const form = {
    elements: { race: "not_collected", resistance: "collected", age: "not_collected" },
    force: {
      cew_probes_fired: "always",
      firearm_pointed: "not_recorded",
      firearm_drawn: "not_recorded",
      impact_weapon_used: "unknown",
      canine_bite_or_contact: "always",
    },
  } as const;

  test("what one names and the other lacks, with the clause", () => {
    const found = formGaps([policy], form);
    expect(found.map(({ id }) => id)).toEqual([
      "policy-without-field:race",
      "policy-without-field:gun-pointed",
      "field-without-policy:dog",
    ]);
    expect(found[1]?.clauses[0]?.text).toBe("Officers who point a firearm at a person shall report it.");
    expect(found[2]?.clauses).toEqual([]);
  });

  test("an unknown scope is no gap, and without documents nothing is said", () => {
    expect(formGaps([policy], { elements: {}, force: {} })).toEqual([]);
    expect(formGaps([], form)).toEqual([]);
  });

  test("names only elements and codes that the standard has", () => {
    const codes = new Set<string>(forceTypes);
    for (const { codes: own } of subjects.force) for (const code of own) expect(codes, code).toContain(code);
    for (const { id } of subjects.elements) expect(elementIds).toContain(id);
  });
});

test("all of it together, each with words in both languages", () => {
  const found = findInconsistencies([
    document("p", "# Rules", "Chokeholds are prohibited.", ...filler, "Officers may use a chokehold.", "See SOP 46.2."),
  ]);
  expect(found.map(({ id }) => id)).toEqual([
    expect.stringMatching(/^prohibited-and-permitted:neck-hold:[0-9a-z]{7}$/),
    expect.stringMatching(/^missing-document:46-2:[0-9a-z]{7}$/),
  ]);
  for (const { why, kind } of found) expect(why).toEqual({ en: words.en[kind], es: words.es[kind] });
  expect(Object.keys(words.es)).toEqual(Object.keys(words.en));
  expect(findInconsistencies([])).toEqual([]);
});

describe("the id of an inconsistency", () => {
  const ban = "Chokeholds are prohibited.";
  const idsOf = (...lines: readonly string[]) =>
    findInconsistencies([document("p", "# Rules", ban, ...filler, ...lines)]).map(({ id }) => id);

  test("is its own where one ban fits two permissions", () => {
    const ids = idsOf("Officers may use a chokehold.", ...filler, "A detective may apply a chokehold to any person.");
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
  });

  test("stays when other clauses come before it, and goes with the words", () => {
    const [id] = idsOf("Officers may use a chokehold.");
    expect(idsOf("Officers shall write reports.", "Officers may use a chokehold.")).toEqual([id]);
    expect(idsOf("An officer may use a chokehold.")).not.toEqual([id]);
  });
});

test("a pointer is listed where it has a number or stands in quotation marks", () => {
  const pointers = findInconsistencies([
    document(
      "p",
      "# Rules",
      "See SOP 46.2.",
      "Refer to the “Crowd Control” policy.",
      "Read the “Crowd Control Policy”.",
      "The Traffic Safety Guide is sold at the desk.",
    ),
  ]);
  expect(pointers.map(({ subject }) => subject.en)).toEqual(["SOP 46.2", "Crowd Control Policy"]);
});

test("a freedom that names the rule it frees from is its exception", () => {
  const duty = "Officers shall report every use of force to a supervisor.";
  const kindsOf = (freedom: string) =>
    actConflicts([document("p", "# Reports", duty, ...filler, "# Patients", freedom)]).map(({ kind }) => kind);
  expect(kindsOf("An officer who holds a patient for a nurse is not required to report this use of force.")).toEqual([
    "required-and-optional",
  ]);
  expect(
    kindsOf("An officer who holds a patient for a nurse is not required to report this use of force under Policy 12."),
  ).toEqual([]);
});

test("two wordings of one term are one pair, however often each stands", () => {
  const one = "Barricade means a closed place that officers cannot enter without great danger to themselves.";
  const other = "Barricade means furniture, vehicles, timber piled against doors by someone inside a building.";
  expect(definitionConflicts([...across(one, other), ...across(one, other)])).toHaveLength(1);
});
