import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hostileDocx } from "@evenhand/toolkit/documents/testing/hostile-docx";
import { hostileFiles, needsTightLimits } from "@evenhand/toolkit/documents/testing/hostile-files";
import { hostileLinks } from "@evenhand/toolkit/documents/testing/hostile-links";
import { hostilePdfs } from "@evenhand/toolkit/documents/testing/hostile-pdfs";
import { hostileTexts } from "@evenhand/toolkit/documents/testing/hostile-texts";
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
      "consistencyPrecision",
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

  const purpose =
    "# Deadly Force\n\n## 1. Purpose\n\nThis order tells officers of the Riverton Police Department when they may use deadly force.\n\n## 2. When it is allowed\n\nAn officer may use deadly force only to stop an imminent threat of death. Officers shall not use deadly force against a person who is a danger only to themselves. Officers shall give a warning before they use deadly force.\n";
  /** Campaign Zero's coding: yes if banned, or but for deadly force by other means than the vehicle; no if the vehicle itself can be the threat, if it is advice with such a door, or in silence. */
  const vehicles: readonly (readonly [words: string, present: boolean, verdict: string])[] = [
    ["", false, "silent"],
    ["Officers shall not fire at a moving vehicle.", true, "required"],
    [
      "Officers shall not fire at a moving vehicle unless a person in it uses deadly force by means other than the vehicle.",
      true,
      "qualified",
    ],
    ["Officers shall not fire at a moving vehicle except in self-defense.", false, "silent"],
    [
      "An officer should only fire at a moving vehicle when no other reasonable means is there to avert the threat of the vehicle.",
      false,
      "contradicted",
    ],
  ];
  test.each(vehicles)("eight-cant-wait, moving vehicles: “%s” is %s", async (words, present, verdict) => {
    const deadly = at("deadly.md");
    writeFileSync(deadly, words === "" ? purpose : `${purpose}\n## 3. Vehicles\n\n${words}\n`);
    const { provision } = await audited(main, deadly, "--rubric", "eight-cant-wait");
    expect(provision("moving_vehicles")).toMatchObject({ present, verdict });
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
    expect(found.why.en).toContain("A person must read both clauses");
    expect(found.why.es).toContain("Una persona debe leer las dos cláusulas");
    expect(result.consistencyPrecision).toMatchObject({ low: 0.17, high: 0.36 });
    expect(result.consistencyPrecision.note).toContain("A person must read both clauses");
    expect(result.form).toBeNull();
    const page = readFileSync(at("json.html"), "utf8");
    expect(page).toContain('<h2 id="consistency">Possible contradictions</h2>');
    expect(page).toMatch(/17% to 36%/);
  });

  test("each inconsistency of an audit has an id of its own, with a form too, and the same one each time", async () => {
    const twice = at("twice.md");
    writeFileSync(
      twice,
      "# More tactics\n\n## 1. Holds\n\nOfficers may use chokeholds to control a person. Officers may use chokeholds on a person who flees. Officers may apply neck restraints in a fight.\n\n## 2. Papers\n\nSee General Order 99.1 and General Order 99.2. The use of force report must state the race of the person and the age of the person.\n",
    );
    const ids = async () => {
      const { result } = await audited(main, other, twice, "--form", form);
      return result.consistency.map(({ id }: { id: string }) => id);
    };
    const first = await ids();
    expect(first.filter((id: string) => id.startsWith("prohibited-and-permitted:neck-hold")).length).toBeGreaterThan(1);
    expect(first.filter((id: string) => id.startsWith("missing-document")).length).toBe(2);
    expect(new Set(first).size).toBe(first.length);
    expect(await ids()).toEqual(first);
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

/** One file of each way to harm a careless reader, quick ones; `bench/audit/hostile.ts` runs all of them. */
describe("audit, with documents made to harm it", () => {
  const chosen = [
    "nothing",
    "random bytes",
    "an old Word file",
    "a PDF behind a password",
    "a PDF cut off",
    "a tree of pages that holds itself",
    "10,000 pages",
    "a picture of 40,000 × 40,000 dots",
    "arrays nested 200,000 deep",
    "a DOCX that unpacks to 400 times its size",
    "a DOCX part that leads out",
    "an entity that reads a file",
    "a main part that calls itself a picture",
    "HTML nested 100,000 deep",
  ];
  const all = [...hostileFiles, ...hostilePdfs, ...hostileDocx, ...hostileTexts];
  const files = chosen.map((what, index) => {
    const found = all.find((file) => file[0] === what && !needsTightLimits(file));
    if (found === undefined) throw new Error(`invalid name; must be a hostile file under the usual limits: ${what}`);
    const [, make, reason] = found;
    const path = at(`hostile-${index}`);
    writeFileSync(path, make());
    return { path, name: `hostile-${index}`, reason };
  });

  test("each gets its reason, and none a say in the verdicts", async () => {
    const alone = await audited(main);
    const { result, provisions } = await audited(main, ...files.map(({ path }) => path));
    expect(result.documents.slice(1)).toEqual(
      files.map(({ name, reason }) => expect.objectContaining({ name, readable: false, reason, pages: null })),
    );
    expect(provisions).toEqual(alone.provisions);
    expect(result.consistency).toEqual(alone.result.consistency);
    expect(result.clarity).toEqual(alone.result.clarity);
  });

  test("alone they are the reader's to mend, one clear line each", async () => {
    const some = files.slice(3, 7);
    const ran = await runWords(["audit", ...some.map(({ path }) => path), "--json", "--out", at("hostile.html")]);
    expect([ran.code, ran.out, existsSync(at("hostile.html"))]).toEqual([1, "", false]);
    const lines = ran.note.split("\n").filter((line) => line.includes("cannot read this document: "));
    expect(lines.map((line) => line.replace(/^.*cannot read this document: /, "").split(":")[0])).toEqual(
      some.map(({ name }) => name),
    );
    for (const [index, { reason }] of some.entries())
      expect(lines[index]).toContain(openWords("en").say(`audit.reason.${reason}`));
    expect(ran.note).not.toMatch(/\bat \S+:\d+|Error\b/);
  });

  test("what a document would fetch or run is neither fetched nor run", async () => {
    let asked = 0;
    const server = createServer((_, answer) => {
      asked += 1;
      answer.end("x");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    try {
      const linked = hostileLinks(`http://127.0.0.1:${port}/`).map(([, make], index) => {
        writeFileSync(at(`linked-${index}`), make());
        return at(`linked-${index}`);
      });
      const { result } = await audited(...linked);
      expect(result.documents.map(({ readable }: { readable: boolean }) => readable)).toEqual([true, true, true]);
      expect(asked).toBe(0);
    } finally {
      server.close();
    }
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
