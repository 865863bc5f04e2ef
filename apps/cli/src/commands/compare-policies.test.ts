import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readEvents } from "@evenhand/toolkit/ingest/events/read-events";
import { rubrics } from "@evenhand/toolkit/policy/rules/rubrics";
import { afterAll, describe, expect, test } from "vitest";
import { runWords } from "../testing/run-words.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-versions-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...names: readonly string[]) => join(folder, ...names);

const old = `# Use of Force

Effective: 05/29/2018

## 1. Purpose

This policy tells officers of the Riverton Police Department when force may be used and how it is reported. It applies to every sworn officer, on duty and off duty.

## 2. When force may be used

Officers may use force only to make a lawful arrest or to protect a person from harm. Officers shall use no more force than is necessary. Officers shall use only the level of force that is necessary and proportional to the resistance. Officers shall not use excessive force. Officers may use reasonable force to control a person who resists a lawful arrest. Officers shall stop the use of force when the person no longer resists and is under control. Officers shall report every use of force to a supervisor before the end of the shift. The supervisor shall review each report on the use of force.

Officers may use deadly force only against an imminent threat of death or serious bodily injury. Officers shall not use deadly force against a person who is a danger only to himself or herself. Officers shall not use deadly force to stop a person who only flees.

## 3. Prohibited force

Officers shall not use chokeholds or neck restraints of any kind.

Officers shall not fire warning shots.

## 4. Medical aid

Officers shall render medical aid at once to every injured person and shall call for an ambulance.

## 5. Records

The form is kept by the records unit for five years.
`;
const now = `# Use of Force

Effective: 03/01/2021

## 1. Purpose

This policy tells officers of the Riverton Police Department when force may be used and how it is reported. It applies to every sworn officer, on duty and off duty.

## 2. When force may be used

Officers may use force only to make a lawful arrest or to protect a person from harm. Officers shall use no more force than is necessary. Officers shall use only the level of force that is necessary and proportional to the resistance. Officers shall not use excessive force. Officers may use reasonable force to control a person who resists a lawful arrest. Officers shall stop the use of force when the person no longer resists and is under control. Officers shall report every use of force to a supervisor before the end of the shift. The supervisor shall review each report on the use of force.

Officers may use deadly force only against an imminent threat of death or serious bodily injury. Officers shall not use deadly force against a person who is a danger only to himself or herself. Officers shall not use deadly force to stop a person who only flees.

## 3. Prohibited force

Officers shall not use chokeholds or neck restraints of any kind.

## 4. Duty to intervene

Any officer who sees another officer use force that is excessive must intervene at once to stop it.

## 5. Medical aid

Officers shall render medical aid to every injured person if feasible and shall call for an ambulance.

## 6. Records

The form is kept by the records unit for five years.
`;
const dogs = `# Police dogs

A handler keeps the dog on a leash in every crowd and gives a spoken warning before the dog is sent to search. A bite is reported like any other use of force. The department pays for the care of each dog when it retires.

The kennel is cleaned each morning by the handler who took the dog home the night before.
`;
const [oldFile, newFile, dogsFile] = [at("force-2018.md"), at("force-2021.md"), at("dogs.md")];
writeFileSync(oldFile, old);
writeFileSync(newFile, now);
writeFileSync(dogsFile, dogs);
for (const [name, files] of [
  ["bundle-2018", { "force.md": old, "dogs.md": dogs }],
  ["bundle-2021", { "orders/use-of-force.md": now, ".hidden.md": "no document" }],
] as const)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(at(name, "orders"), { recursive: true });
    writeFileSync(at(name, file), text);
  }

type Change = { readonly id: string; readonly change: string };

async function compared(...words: readonly string[]) {
  const ran = await runWords(["compare-policies", ...words, "--json", "--out", at("json.html")]);
  expect([ran.code, ran.written.length]).toEqual([0, 1]);
  const result = JSON.parse(ran.out);
  const provisions: readonly Change[] = result.provisions;
  return { result, change: (id: string) => provisions.find((one) => one.id === id)?.change, provisions };
}

describe("compare-policies", () => {
  test("--json has both versions, every provision, each change and the events", async () => {
    const { result, change, provisions } = await compared(oldFile, newFile);
    expect(result.before).toMatchObject({ name: "force-2018.md", date: "2018-05-29", pages: null, readable: true });
    expect(result.before.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(result.after).toMatchObject({ name: "force-2021.md", date: "2021-03-01", effective: "2021-03-01" });
    expect(provisions.map(({ id }) => id)).toEqual(rubrics.evenhand.rules.map(({ id }) => id));
    expect(
      ["ban-warning-shots", "duty-to-intervene", "give-medical-aid", "ban-chokeholds"].map((id) => change(id)),
    ).toEqual(["lost", "gained", "weakened", "unchanged"]);
    expect(result.provisions.find(({ id }: Change) => id === "give-medical-aid")).toMatchObject({
      before: { verdict: "required", clauses: [{ document: "force-2018.md" }] },
      after: { verdict: "qualified", clauses: [{ document: "force-2021.md" }] },
      weakeningsAdded: ["if feasible"],
      weakeningsRemoved: [],
    });
    expect(result.counts).toMatchObject({ removed: 1, added: 1, reworded: 1, moved: 0 });
    expect(result.changes.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual(
      expect.arrayContaining(["added", "removed", "reworded"]),
    );
    expect(result.cautions).toEqual([]);
    const events: readonly Record<string, string>[] = result.events;
    expect(events.find(({ provision }) => provision === "ban-warning-shots")).toMatchObject({
      date: "2021-03-01",
      effective: "2021-03-01",
      adopted: "",
      kind: "policy",
      document: "force-2021.md",
      what: expect.stringMatching(/^Lost in force-2021\.md: “/),
      what_es: expect.stringMatching(/^Perdido en force-2021\.md: «/),
    });
  });

  test("the page says it in the language asked for, with quotations as written", async () => {
    const { code, out } = await runWords([
      "compare-policies",
      oldFile,
      newFile,
      "--lang",
      "es",
      "--out",
      at("es.html"),
    ]);
    expect([code, out.includes("Perdido: 1 pregunta")]).toEqual([0, true]);
    const html = readFileSync(at("es.html"), "utf8");
    expect(html).toContain('<html lang="es">');
    expect(html).toContain("Officers shall not fire warning shots.");
    expect(html).toContain("1 de marzo de 2021");
  });

  test("two folders are paired by what their documents say; what only one has is named", async () => {
    const { result, change } = await compared(at("bundle-2018"), at("bundle-2021"));
    expect(result.pairs).toMatchObject([{ before: "force.md", after: join("orders", "use-of-force.md") }]);
    expect(result.documentsRemoved).toMatchObject([{ name: "dogs.md" }]);
    expect(result.documentsAdded).toEqual([]);
    expect(result.before).toMatchObject({ name: "bundle-2018", sha256: null, readable: true });
    expect([change("duty-to-intervene"), change("ban-warning-shots")]).toEqual(["gained", "lost"]);
  });

  test("dates that a person gives go before those of the header; the wrong order is said", async () => {
    const { result } = await compared(oldFile, newFile, "--new-date", "2017-01-01");
    expect([result.after.date, result.cautions]).toEqual(["2017-01-01", ["dates-reversed"]]);
    expect(result.events.every(({ date }: { date: string }) => date === "2017-01-01")).toBe(true);
  });

  test("two policies on different subjects, and the same file twice, are told to be so", async () => {
    const { result, provisions } = await compared(oldFile, oldFile);
    expect([result.cautions, result.events, result.changes]).toEqual([["same-file"], [], []]);
    expect(provisions.every(({ change }) => change === "unchanged")).toBe(true);
    const different = await runWords(["compare-policies", dogsFile, newFile, "--out", at("d.html")]);
    expect(different.out).toContain("Look twice. These look like two different policies");
  });

  test("--events writes a timeline once, and adds to one that is there without changing it", async () => {
    const path = at("timeline.csv");
    const run = () => runWords(["compare-policies", oldFile, newFile, "--out", at("e.html"), "--events", path]);
    const page = () => readFileSync(at("e.html"), "utf8");
    expect((await run()).out).toMatch(/timeline\.csv \([1-9]\d* new rows; 0 were there\)/);
    const first = readFileSync(path, "utf8");
    expect(first.split("\r\n")[0]).toBe(
      "id,date,adopted,effective,trained,kind,what,what_es,source,document,provision,entered_by",
    );
    const mine = `${first}mine,2020-01-01,,,,training,"a, b",,,,,me\r\n`;
    writeFileSync(path, mine);
    const before = page();
    expect((await run()).out).toContain("(0 new rows;");
    expect(page()).toBe(before);
    expect(readFileSync(path, "utf8")).toBe(mine);
  });

  test("--events adds to a timeline with columns of its own, and change reads what comes out", async () => {
    const path = at("wide.csv");
    const columns =
      "id,date,adopted,effective,trained,kind,what,what_es,source,document,provision,entered_by,about,unaffected,agency";
    const mine = `${columns}\r\nban,2020-06-05,,,,policy,Neck holds banned,,Council minutes,,,me,force_application.force_type=neck_restraint,,Riverton\r\n`;
    writeFileSync(path, mine);
    const dated = ["--new-date", "2021-03-01", "--out", at("w.html"), "--events", path];
    const { code, out } = await runWords(["compare-policies", oldFile, newFile, ...dated]);
    expect([code, /\([1-9]\d* new rows; 0 were there\)/.test(out)]).toEqual([0, true]);
    const text = readFileSync(path, "utf8");
    expect(text.startsWith(mine)).toBe(true);
    const { events, issues } = readEvents(text, { name: "wide.csv" });
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(events.length).toBeGreaterThan(1);
    expect(events[0]).toMatchObject({ id: "ban", what: expect.objectContaining({ en: "Neck holds banned" }) });
    expect(events.slice(1).every(({ effective }) => effective === "2021-03-01")).toBe(true);
  });
});

describe("compare-policies, with something to correct", () => {
  const out = at("never.html");
  const empty = at("empty");
  mkdirSync(empty, { recursive: true });
  const damaged = at("broken.pdf");
  writeFileSync(damaged, "%PDF-1.7\nthis is where the file broke off");
  const wrong: readonly (readonly [title: string, words: readonly string[], says: RegExp])[] = [
    ["one version", [oldFile], /exactly two versions/],
    ["three versions", [oldFile, newFile, dogsFile], /exactly two versions/],
    ["a version that is not there", [at("nowhere.pdf"), newFile], /nowhere\.pdf/],
    ["an empty folder", [empty, newFile], /without documents/],
    ["a version that cannot be read", [damaged, newFile], /broken\.pdf[\s\S]*cannot read this document: broken\.pdf/],
    ["a date that is none", [oldFile, newFile, "--old-date", "2019-02-30"], /--old-date.*“2019-02-30”/],
    ["another table as timeline", [oldFile, newFile, "--events", oldFile], /is no policy timeline.*id,date/],
    ["a rubric that is not there", [oldFile, newFile, "--rubric", "best"], /“best”/],
    ["the same in Spanish", [oldFile, "--lang", "es"], /exactamente dos versiones/],
  ];
  test.each(wrong)("%s", async (_, words, says) => {
    const ran = await runWords(["compare-policies", ...words, "--out", out]);
    expect([ran.code, ran.out]).toEqual([1, ""]);
    expect(ran.note).toMatch(says);
    expect(existsSync(out)).toBe(false);
  });

  test("stopped by the user, it writes nothing", async () => {
    const ran = await runWords(["compare-policies", oldFile, newFile, "--out", out], AbortSignal.abort());
    expect([ran.code, existsSync(out)]).toEqual([1, false]);
  });

  test("a document that cannot be read in a folder is named, and the others are compared", async () => {
    const mixed = at("mixed");
    mkdirSync(mixed, { recursive: true });
    writeFileSync(join(mixed, "force.md"), now);
    writeFileSync(join(mixed, "broken.pdf"), "%PDF-1.7\nbroken");
    const { result } = await compared(oldFile, mixed);
    expect(result.cautions).toEqual(["unread"]);
    expect(result.after).toMatchObject({ readable: false });
    expect(readFileSync(at("json.html"), "utf8")).toContain("broken.pdf");
  });
});
