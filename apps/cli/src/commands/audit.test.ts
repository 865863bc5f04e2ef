import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { UnreadableReason } from "@evenhand/toolkit/policy/documents/policy-document";
import { rubrics } from "@evenhand/toolkit/policy/rules/rubrics";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { afterAll, describe, expect, test } from "vitest";
import { runWords } from "../testing/run-words.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-audit-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

const policy = `# Use of Force

## 1. Purpose

This policy tells officers of the Riverton Police Department when force may be used and how it is reported. It applies to every sworn officer, on duty and off duty.

## 2. De-escalation

Officers should use de-escalation techniques before using force, when practicable. Time, distance and cover are the first tools of every officer.

## 3. Prohibited force

Officers shall not:

- use chokeholds or neck restraints of any kind
- fire warning shots

## 4. Duty to intervene

Any officer who sees another officer use force that is excessive must intervene at once to stop it, and must report it to a supervisor.

## 5. Medical aid

Officers shall render medical aid if feasible and shall call for an ambulance.
`;
const main = at("force.md");
const damaged = at("broken.pdf");
writeFileSync(main, policy);
writeFileSync(damaged, "%PDF-1.7\nthis is where the file broke off");

type Provision = {
  readonly id: string;
  readonly verdict: string;
  readonly present?: boolean | null;
  readonly clauses: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  readonly hedges: readonly string[];
};

async function audited(...words: readonly string[]) {
  const ran = await runWords(["audit", ...words, "--json", "--out", at("json.html")]);
  expect([ran.code, ran.written.length]).toEqual([0, 1]);
  const result = JSON.parse(ran.out);
  const provisions: readonly Provision[] = result.provisions;
  return { result, provisions, provision: (id: string) => provisions.find((one) => one.id === id) };
}

describe("audit", () => {
  test("--json has documents, every provision with its clauses, clarity and the page", async () => {
    const { result, provisions, provision } = await audited(main);
    expect(Object.keys(result)).toEqual([
      "rubric",
      "documents",
      "provisions",
      "consistency",
      "clarity",
      "form",
      "audit",
    ]);
    expect(result.documents).toEqual([
      { name: "force.md", sha256: expect.stringMatching(/^[0-9a-f]{64}$/), pages: null, readable: true, reason: null },
    ]);
    expect(provisions.map(({ id }) => id)).toEqual(rubrics.evenhand.rules.map(({ id }) => id));
    expect(provision("de-escalation-required")).toMatchObject({
      verdict: "qualified",
      hedges: expect.arrayContaining(["when practicable"]),
      clauses: expect.arrayContaining([
        expect.objectContaining({ document: "force.md", text: expect.stringContaining("de-escalation") }),
      ]),
    });
    expect(provision("ban-warning-shots")).toMatchObject({ verdict: "required" });
    expect(provisions.some((one) => one.present !== undefined)).toBe(false);
    expect(result.clarity.sentences.count).toBeGreaterThan(5);
    expect(readFileSync(at("json.html"), "utf8")).toContain("<!doctype html>");
  });

  test("--rubric eight-cant-wait answers its eight with yes, no or null", async () => {
    const { provisions, provision } = await audited(main, "--rubric", "eight-cant-wait");
    expect(provisions.map(({ id }) => id).toSorted()).toEqual([
      "ban_chokeholds",
      "comprehensive_reporting",
      "continuum",
      "deescalation",
      "duty_to_intervene",
      "exhaust_alternatives",
      "moving_vehicles",
      "warn_before_shooting",
    ]);
    expect(provision("ban_chokeholds")?.present).toBe(true);
    expect(provision("moving_vehicles")).toMatchObject({
      present: null,
      verdict: "cannot-tell",
      why: expect.stringContaining("they hold no rules on when deadly force may be used"),
    });
  });

  test("eight-cant-wait says no only of documents that rule on the subject", async () => {
    const deadly = at("deadly.md");
    writeFileSync(
      deadly,
      "# Deadly Force\n\n## 1. Purpose\n\nThis order tells officers of the Riverton Police Department when they may use deadly force.\n\n## 2. When it is allowed\n\nAn officer may use deadly force only to stop an imminent threat of death. Officers shall not use deadly force against a person who is a danger only to themselves. Officers shall give a warning before they use deadly force.\n",
    );
    const { provision } = await audited(main, deadly, "--rubric", "eight-cant-wait");
    expect(provision("moving_vehicles")).toMatchObject({ present: false, verdict: "silent" });
  });

  test("writes the page in the language asked for, the words before a list with its item", async () => {
    const { code, out } = await runWords(["audit", main, "--lang", "es", "--out", at("es.html")]);
    expect([code, out.includes("Auditoría: ")]).toEqual([0, true]);
    const html = readFileSync(at("es.html"), "utf8");
    expect(html).toContain('<html lang="es">');
    expect(html).toMatch(/<blockquote class="lead-in" lang="en"><p>Officers shall not:/);
    expect(html).toMatch(/<mark class="hedge">when practicable<\/mark>/);
  });

  test("a document that cannot be read is listed, and the others are audited", async () => {
    const { result } = await audited(main, damaged);
    expect(result.documents[1]).toMatchObject({ name: "broken.pdf", readable: false, reason: "damaged", pages: null });
    const { out } = await runWords(["audit", main, damaged, "--out", at("both.html")]);
    expect(out).toContain("cannot read this document: broken.pdf");
    expect(readFileSync(at("both.html"), "utf8")).toContain("broken.pdf");
  });

  test("the same documents give the same bytes", async () => {
    await runWords(["audit", main, "--out", at("one.html")]);
    await runWords(["audit", main, "--out", at("two.html")]);
    expect(readFileSync(at("one.html"), "utf8")).toBe(readFileSync(at("two.html"), "utf8"));
  });
});

describe("audit, whether things fit together", () => {
  const other = at("dogs.md");
  writeFileSync(
    other,
    "# Tactics\n\n## 1. Purpose\n\nThis order applies to every sworn officer of the department, on duty and off duty, at all times.\n\n## 2. Holds\n\nOfficers may use chokeholds to control a person. The use of force report must state the race of the person.\n",
  );
  const form = at("form.txt");
  writeFileSync(
    form,
    "RIVERTON POLICE\nUSE OF FORCE REPORT\nIncident number ____ Date ____ Location ____\nName ____ Sex ____ Date of birth ____\nNature of call [ ] Dispatched [ ] On-view\nForce used: [ ] Takedown [ ] Baton [ ] OC spray\nInjury ____ Treatment ____\n",
  );
  const gapsOf = (result: { consistency: readonly { id: string }[] }) =>
    result.consistency.map(({ id }) => id).filter((id) => id.includes("field"));

  test("--json has each inconsistency with both clauses, the stricter first", async () => {
    const { result } = await audited(main, other);
    const found = result.consistency.find(({ kind }: { kind: string }) => kind === "prohibited-and-permitted");
    expect(Object.keys(found)).toEqual(["id", "kind", "subject", "clauses", "why", "isAcrossDocuments"]);
    expect(found.isAcrossDocuments).toBe(true);
    expect(found.clauses.map(({ document }: { document: string }) => document)).toEqual(["force.md", "dogs.md"]);
    expect(result.form).toBeNull();
    expect(readFileSync(at("json.html"), "utf8")).toContain('id="consistency"');
  });

  test("--form reads a blank form by its labels and compares it with the policy", async () => {
    const { result } = await audited(main, other, "--form", form);
    expect(result.form).toMatchObject({ source: "form", name: "form.txt", isComplete: true });
    expect(gapsOf(result)).toContain("policy-without-field:race");
    expect(readFileSync(at("json.html"), "utf8")).toContain('id="form"');
  });

  test("--form takes an empty table, a table with records, a release and a list", async () => {
    const empty = at("blank.csv");
    writeFileSync(empty, "Incident_Number,DateOccurred,Location,SubjectSex,SubjectAge,ForceUsed\n");
    const blank = await audited(main, other, "--form", empty);
    expect(blank.result.form).toMatchObject({ source: "columns", isComplete: true });
    expect(gapsOf(blank.result)).toContain("policy-without-field:race");

    const rows = at("rows.csv");
    writeFileSync(
      rows,
      "incident_id,date,gender,age,force_type\n1,2024-01-02,Male,30,Takedown\n2,2024-01-03,Female,25,Baton\n",
    );
    const records = await audited(main, other, "--form", rows);
    expect(records.result.form).toMatchObject({ source: "release", name: "rows.csv" });
    const gap = records.result.consistency.find(({ id }: { id: string }) => id === "policy-without-field:race");
    expect(gap.why.en).toContain("may record it and not publish it");

    await runWords(["ingest", rows, "--agency", "Riverton, XX", "--out", at("releases"), "--json"]);
    const folder = join(at("releases"), "riverton-xx");
    const [name = ""] = readdirSync(folder);
    const release = await audited(main, other, "--form", join(folder, name));
    expect(gapsOf(release.result)).toEqual(gapsOf(records.result));

    const list = at("list.json");
    writeFileSync(list, JSON.stringify({ elements: { race: "not_collected" } }));
    expect(gapsOf((await audited(main, other, "--form", list)).result)).toEqual(["policy-without-field:race"]);
  });

  const wrongForms: readonly (readonly [title: string, name: string, content: string | undefined, says: RegExp])[] = [
    ["not there", "nowhere.pdf", undefined, /nowhere\.pdf/],
    ["not JSON", "bad.json", "{", /bad\.json/],
    ["a word that is none", "word.json", '{"elements":{"race":"sometimes"}}', /race: sometimes/],
    ["not readable", "broken-form.pdf", "%PDF-1.7\nbroken", /cannot read this document: broken-form\.pdf/],
  ];
  test.each(wrongForms)("a form that is %s is named", async (_, name, content, says) => {
    if (content !== undefined) writeFileSync(at(name), content);
    const ran = await runWords(["audit", main, "--form", at(name), "--out", at("never.html")]);
    expect([ran.code, ran.out]).toEqual([1, ""]);
    expect(ran.note).toMatch(says);
  });

  test("a folder that is no release is no form", async () => {
    const ran = await runWords(["audit", main, "--form", folder, "--out", at("never.html")]);
    expect([ran.code, ran.note.includes("release.json")]).toEqual([1, true]);
  });
});

test("every reason for not reading has words in both languages", () => {
  const reasons: Readonly<Record<UnreadableReason, true>> = {
    "no-text": true,
    "letters-without-meaning": true,
    "too-little-text": true,
    "not-a-policy": true,
    encrypted: true,
    damaged: true,
    "too-large": true,
    "too-many-pages": true,
    "took-too-long": true,
    "unknown-format": true,
  };
  for (const reason of Object.keys(reasons))
    for (const language of ["en", "es"] as const) expect(openWords(language).has(`audit.reason.${reason}`)).toBe(true);
});

describe("audit, with something to correct", () => {
  const out = at("never.html");
  const wrong: readonly (readonly [title: string, words: readonly string[], says: RegExp])[] = [
    ["no document", [], /policy document/],
    ["a rubric that is not there", [main, "--rubric", "best"], /“best”.*eight-cant-wait/],
    ["a file that is not there", [at("nowhere.pdf")], /nowhere\.pdf/],
    ["a folder", [folder], /is no file/],
    ["only documents that cannot be read", [damaged], /^cannot read this document: broken\.pdf: the file is damaged/],
    ["the same in Spanish", [damaged, "--lang", "es"], /^no se puede leer este documento: broken\.pdf/],
  ];
  test.each(wrong)("%s", async (_, words, says) => {
    const ran = await runWords(["audit", ...words, "--out", out]);
    expect([ran.code, ran.out]).toEqual([1, ""]);
    expect(ran.note).toMatch(says);
    expect(existsSync(out)).toBe(false);
  });

  test("stopped by the user, it writes nothing", async () => {
    const ran = await runWords(["audit", main, "--out", out], AbortSignal.abort());
    expect([ran.code, existsSync(out)]).toEqual([1, false]);
    expect(ran.note).toContain("Stopped");
  });
});
