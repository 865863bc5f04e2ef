import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textPolicy } from "../checks/text-policy.ts";
import type { PolicyDocument, UnreadableDocument } from "../documents/policy-document.ts";
import { missingReferences, referencesIn } from "./document-references.ts";
import expected from "./expected-policies.json" with { type: "json" };
import { makeRegister } from "./make-register.ts";
import { mergeRegisters } from "./merge-registers.ts";
import type { PolicyRegister, RegisterEntry } from "./policy-register.ts";
import words from "./register-words.json" with { type: "json" };
import { requestPolicies } from "./request-policies.ts";
import { validateRegister } from "./validate-register.ts";

const policy = (title: string, lines: readonly string[], name = `${title}.pdf`): PolicyDocument => {
  const text = textPolicy([`# ${title}`, ...lines].join("\n"), name);
  return { ...text, policies: text.policies.map((one) => ({ ...one, title })) };
};
const force = policy("Use of Force", [
  "Officers may use force.",
  "Officers shall give aid as the Medical Aid and Response Policy says.",
  "See SOP 46.2 and General Order 4-12.",
  "Officers shall report.",
  "# Duty to Intercede",
  "Officers shall intercede.",
]);

describe("references", () => {
  test.each([
    ["Officers shall follow SOP 46.2.", ["SOP 46.2"]],
    ["As General Order 4-12 and Policy 319 say", ["General Order 4-12", "Policy 319"]],
    ["set forth in the Use of Force Policy and in this policy", ["Use of Force Policy"]],
    ["Refer to the Uniform and Appearance Guidelines Manual.", ["Uniform and Appearance Guidelines Manual"]],
    ["in accordance with department policy, Section 300.4 and the Illinois Statutes Manual", []],
    ["Within 24 hours, in order to report, policy makers meet.", []],
    ["The Department Policy applies.", []],
  ])("%s", (text, found) => expect(referencesIn(text).map((reference) => reference.words)).toEqual(found));

  test("only documents that were not given are missing, each once, with its clause", () => {
    expect(missingReferences([force]).map((reference) => reference.words)).toEqual([
      "Medical Aid and Response Policy",
      "SOP 46.2",
      "General Order 4-12",
    ]);
    const medical = policy("427 Medical Aid & Response", ["Call an ambulance. See Policy 427."]);
    const tactics = { ...policy("Special Weapons", ["Plan. See the Use of Force Policy."]), name: "SOP-46.2.pdf" };
    const missing = missingReferences([force, medical, tactics]);
    expect(missing.map((reference) => reference.words)).toEqual(["General Order 4-12"]);
    expect(missing[0]?.clause).toMatchObject({
      document: "Use of Force.pdf",
      text: "See SOP 46.2 and General Order 4-12.",
    });
  });
});

describe("a register", () => {
  const unreadable: UnreadableDocument = {
    name: "Vehicle_Pursuits.pdf",
    sha256: "1",
    isReadable: false,
    reason: "no-text",
    detail: "",
  };
  const register = makeRegister({
    agency: "Riverton Police Department",
    asOf: "2024-05-01",
    documents: [
      force,
      policy("Body-Worn Cameras", ["Cameras are worn."]),
      policy("Canines - Redacted", ["Dogs bite.", "They rest.", "They eat.", "They run."]),
    ],
    unreadable: [unreadable],
    listedTitles: [
      { title: "Firearms", document: "Manual.pdf" },
      { title: "Uniforms", document: "Manual.pdf" },
      { title: "Use of Force", document: "Manual.pdf" },
    ],
    withheld: [{ title: "First Amendment Assemblies", words: "Exempt." }],
  });
  const status = (id: string): string | undefined => register.entries.find((entry) => entry.id === id)?.status;

  test("tells public, partly, title only, withheld and not found apart", () => {
    expect(
      Object.fromEntries(
        [
          "use-of-force",
          "duty-to-intervene",
          "body-worn-cameras",
          "canine",
          "vehicle-pursuit",
          "firearms",
          "medical-aid",
          "crowds",
          "complaints",
        ].map((id) => [id, status(id)]),
      ),
    ).toEqual({
      "use-of-force": "public",
      "duty-to-intervene": "public",
      "body-worn-cameras": "partly",
      canine: "partly",
      "vehicle-pursuit": "partly",
      firearms: "title-only",
      "medical-aid": "title-only",
      crowds: "withheld",
      complaints: "not-found",
    });
    expect(register.entries.filter(({ id }) => id === undefined).map(({ title }) => title.en)).toEqual(["Uniforms"]);
    expect(register.entries.find(({ id }) => id === "medical-aid")?.evidence[0]).toMatchObject({
      kind: "reference",
      document: "Use of Force.pdf",
    });
  });

  test("is valid, as JSON too, and every status but not-found has evidence", () => {
    expect(validateRegister(JSON.parse(JSON.stringify(register)))).toEqual({ register, issues: [] });
  });

  test("gives what to ask for, in both languages, with the reason", () => {
    const { items } = requestPolicies(register);
    expect(items.map(({ id }) => id)).not.toContain("use-of-force");
    expect(items.find(({ id }) => id === "medical-aid")).toMatchObject({
      ask: {
        en: "The complete text of “Medical aid”, which is named in Use of Force.pdf.",
        es: "El texto completo de «Ayuda médica», que se nombra en Use of Force.pdf.",
      },
      why: { en: "It says who must get help after force, and how soon." },
    });
    expect(items.at(-1)).toMatchObject({ title: { en: "Uniforms" }, status: "title-only" });
    for (const { ask } of items) for (const text of Object.values(ask)) expect(text).not.toContain("{");
  });

  test("of no documents finds nothing and invents nothing", () => {
    const empty = makeRegister({ agency: "A", asOf: "2024-05-01", documents: [] });
    expect(empty.entries).toHaveLength(expected.length);
    expect(empty.entries.every(({ status: found, evidence }) => found === "not-found" && evidence.length === 0)).toBe(
      true,
    );
  });

  test.each([
    [null, "register-not-json"],
    [{ ...register, formatVersion: 2 }, "register-not-json"],
    [{ ...register, agency: " " }, "register-agency"],
    [{ ...register, asOf: "2024-02-30" }, "register-date"],
    [{ ...register, entries: [{}] }, "register-entry"],
    [{ ...register, entries: [{ ...register.entries[0], status: "secret" }] }, "register-status"],
    [{ ...register, entries: [{ ...register.entries[0], evidence: [] }] }, "register-evidence"],
    [{ ...register, entries: [register.entries[0], register.entries[0]] }, "register-twice"],
  ])("fault %# is named", (value, code) => {
    const read = validateRegister(value);
    expect(read.issues.map((issue) => issue.code)).toEqual([code]);
    expect(read).not.toHaveProperty("register");
    expect(validateRegister(value, { language: "es" }).issues[0]?.message).not.toBe(read.issues[0]?.message);
  });

  test("no value makes the validator throw", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.array(fc.anything()).map((entries) => ({ ...register, entries })),
        ),
        (value) => {
          expect(Array.isArray(validateRegister(value).issues)).toBe(true);
        },
      ),
    );
  });
});

describe("references that lack nothing", () => {
  const missing = (lines: readonly string[], title = "Use of Force") =>
    missingReferences([policy(title, lines)]).map(({ words }) => words);

  test("rules of courts, regulations, marks of accreditation, and versions that the order replaces", () => {
    expect(
      missing([
        "Officers follow Rule of Criminal Procedure 37.",
        "The form is kept as Regulation 29 CFR 1910 asks.",
        "This order amends General Order 2015-12 and is reviewed under Directives CALEA 22.2.6.",
        "Dogs are dealt with in General Order 12.4.",
      ]),
    ).toEqual(["General Order 12.4"]);
  });

  test("an order that stands as a section with text in a document given, by its number or its chapter's", () => {
    const body = Array.from({ length: 10 }, (_, day) => `Tools are cleaned on day ${day} of the month.`);
    const pointing = "See General Order 712.00, General Order 714.02, General Order 715.00 and Order 4.2.";
    const sections = ["# 712.01 Sprays", "Sprays are locked away.", "# 714.02 Batons", "Batons are issued."];
    const short = ["# 4.2 Keys", "Keys are kept.", "# 715.00 Dogs"];
    expect(missing([...body, pointing, ...sections, ...short])).toEqual(["General Order 715.00", "Order 4.2"]);
  });

  test("the document's own number, where its header gives it", () => {
    const header = ["# Riverton Police", "January 3, 2019 D-52", "Related: A-103, A-109", "# PURPOSE"];
    expect(missing([...header, "General Order D-52 applies, and so does General Order A-103."])).toEqual([
      "General Order A-103",
    ]);
    expect(missing(["Administrative Order 133 Rescinds: none", "Administrative Order 133 is known to all."])).toEqual(
      [],
    );
  });

  test("a chapter of the same manual is given with the manual; another one is not", () => {
    const manual = {
      ...policy("300 Use of Force", ["Aid is given as Policy 427 says, and Policy 300.4 holds. See Policy 512."]),
    };
    const chapter = policy("427 Medical Aid", ["Officers must give aid."]);
    const whole = { ...manual, policies: [...manual.policies, ...chapter.policies] };
    expect(missingReferences([whole]).map(({ words }) => words)).toEqual(["Policy 512"]);
    expect(missingReferences([manual]).map(({ words }) => words)).toEqual(["Policy 427", "Policy 512"]);
  });
});

describe("what stands inside another policy", () => {
  const status = (documents: readonly PolicyDocument[], id: string) =>
    makeRegister({ agency: "Riverton, XX", asOf: "2024-05-01", documents }).entries.find((entry) => entry.id === id);

  test("a section counts, a title in a list of contents does not hide it", () => {
    const text = policy("Response to Resistance", [
      "# Duty to Intervene",
      "# Reporting Requirements",
      "Write a report.",
      "# 1.3.3 DUTY TO INTERVENE",
      "Officers must step in.",
    ]);
    expect(status([text], "duty-to-intervene")).toMatchObject({
      status: "public",
      evidence: [{ kind: "section", words: "1.3.3 DUTY TO INTERVENE" }],
    });
  });

  test("a short section of what usually has its own policy, and lines that only speak of it, are partly", () => {
    const unit = policy("Use of Force", ["# K-9 Unit", "It has two dogs."]);
    expect(status([unit], "canine")).toMatchObject({ status: "partly", evidence: [{ kind: "section" }] });
    const line = policy("Use of Force", ["Officers may call a canine to the scene."]);
    const found = makeRegister({ agency: "Riverton, XX", asOf: "2024-05-01", documents: [line] });
    expect(found.entries.find(({ id }) => id === "canine")).toMatchObject({
      status: "partly",
      evidence: [{ kind: "passage", words: "Officers may call a canine to the scene." }],
    });
    expect(requestPolicies(found).items.find(({ id }) => id === "canine")?.ask.en).toContain(
      "only some lines in Use of Force.pdf",
    );
  });

  test("the department's own name is no title of a policy", () => {
    const own = policy("Use of Force", ["See the Riverton Police Department Policy and the Towing Policy."]);
    const { entries } = makeRegister({ agency: "Riverton, XX", asOf: "2024-05-01", documents: [own] });
    expect(entries.filter(({ id }) => id === undefined).map(({ title }) => title.en)).toEqual(["Towing Policy"]);
  });
});

describe("a register brought up to date", () => {
  const make = (documents: readonly PolicyDocument[]) =>
    makeRegister({ agency: "Riverton, XX", asOf: "2024-05-01", documents });
  const corrected = (register: PolicyRegister, id: string, change: Partial<RegisterEntry>): PolicyRegister => ({
    ...register,
    entries: register.entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)),
  });
  const seen = [{ kind: "said-by-person" as const, words: "On the city's website." }];
  const find = (register: PolicyRegister, id: string) => register.entries.find((entry) => entry.id === id);

  test("keeps a status that a person changed, with or without saying who, and says where it now finds otherwise", () => {
    const before = corrected(make([force]), "canine", { status: "public", evidence: seen });
    const { register, differing } = mergeRegisters(before, make([force]));
    expect(find(register, "canine")).toMatchObject({ status: "public", evidence: seen, found: "not-found" });
    expect(differing.map(({ id }) => id)).toEqual(["canine"]);
    const again = mergeRegisters(register, make([force]));
    expect(again.register).toEqual(register);
  });

  test("keeps a status that a person confirmed when the documents change", () => {
    const before = corrected(make([force]), "use-of-force", { setBy: "Ada" });
    const { register } = mergeRegisters(before, make([]));
    expect(find(register, "use-of-force")).toMatchObject({ status: "public", setBy: "Ada", found: "not-found" });
  });

  test("keeps what a person added, renews what nobody touched, drops what is no longer named", () => {
    const added: RegisterEntry = { title: { en: "Drones", es: "Drones" }, status: "withheld", evidence: seen };
    const before = make([force]);
    const { register } = mergeRegisters({ ...before, entries: [...before.entries, added] }, make([]));
    expect(register.entries.at(-1)).toEqual(added);
    expect(find(register, "use-of-force")?.status).toBe("not-found");
    expect(register.entries.filter(({ id }) => id === undefined)).toEqual([added]);
    expect(validateRegister(JSON.parse(JSON.stringify(register))).issues).toEqual([]);
  });
});

test("expected policies: unique ids, words in small letters, both languages and a source; both word lists say the same", () => {
  expect(new Set(expected.map(({ id }) => id)).size).toBe(expected.length);
  for (const { words: forms, title, why, source } of expected) {
    for (const form of forms) expect(form).toMatch(/^[a-z\d]+(?: [a-z\d]+)*$/);
    for (const text of [title.en, title.es, why.en, why.es, source]) expect(text.trim()).not.toBe("");
  }
  for (const part of ["issues", "ask"] as const)
    expect(Object.keys(words.es[part])).toEqual(Object.keys(words.en[part]));
});
