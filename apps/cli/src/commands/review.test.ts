import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runWords } from "../testing/run-words.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-review-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(at(name), "utf8");
const json = (name: string) => JSON.parse(read(name));

const policy = `# Use of Force

## 1. Purpose

This policy tells officers of the Riverton Police Department when force may be used and how it is reported. It applies to every sworn officer, on duty and off duty.

## 2. De-escalation

Officers should use de-escalation techniques before using force, when practicable. Time, distance and cover are the first tools of every officer.

## 3. Duty to intervene

Any officer who sees another officer use force that is excessive must intervene at once to stop it, and must report it to a supervisor.

## 4. Medical aid

Officers shall render medical aid if feasible and shall call for an ambulance.
`;

type Entry = { readonly id: string; verdict: string; reason: string };

const review = (...words: readonly string[]) => runWords(["review", ...words]);
async function done(...words: readonly string[]): Promise<string> {
  const { code, out, note } = await review(...words);
  expect([code, note]).toEqual([0, ""]);
  return out;
}
const asJson = async (...words: readonly string[]) => JSON.parse(await done(...words, "--json"));

/** Fills a sheet with the audit's own verdicts, but for those named. */
function fill(name: string, other: Readonly<Record<string, string>> = {}): void {
  const verdicts = new Map<string, string>(
    json("audit.json").provisions.map((one: { id: string; verdict: string }) => [one.id, one.verdict]),
  );
  const sheet = json(name);
  for (const entry of sheet.entries as Entry[]) {
    entry.verdict = other[entry.id] ?? verdicts.get(entry.id) ?? "";
    entry.reason = `${sheet.reader} read it so.`;
  }
  writeFileSync(at(name), JSON.stringify(sheet));
}

beforeAll(async () => {
  writeFileSync(at("force.md"), policy);
  const audited = async (name: string, ...words: readonly string[]) => {
    const ran = await runWords(["audit", ...words, "--json", "--out", at("audit.html")]);
    expect(ran.code).toBe(0);
    writeFileSync(at(name), ran.out);
  };
  await audited("audit.json", at("force.md"));
  await audited("audit-es.json", at("force.md"), "--lang", "es");
  writeFileSync(at("newer.md"), policy.replace(" if feasible", ""));
  await audited("newer.json", at("newer.md"));
  for (const reader of ["Ana", "Ben"])
    await done("sheet", at("audit.json"), "--reader", reader, "--out", at(`${reader}.json`));
});

const history = ["--history", at("history.json")];
const record = ["record", at("audit.json")];
const on = ["--provision", "give-medical-aid"];

describe("review, the whole way", () => {
  test("a sheet is blind unless told otherwise, and never written over", async () => {
    expect(json("Ana.json")).toMatchObject({ reader: "Ana", isBlind: true });
    expect(json("Ana.json").entries.some((entry: object) => "machine" in entry)).toBe(false);
    const before = read("Ana.json");
    const again = await review("sheet", at("audit.json"), "--reader", "Cy", "--out", at("Ana.json"));
    expect([again.code, again.note.includes("may be filled in"), read("Ana.json")]).toEqual([1, true, before]);
    const shown = await asJson("sheet", at("audit.json"), "--reader", "Cy", "--not-blind", "--out", at("Cy.json"));
    expect(shown).toMatchObject({ sheet: at("Cy.json"), reader: "Cy", isBlind: false });
    expect(json("Cy.json").entries[0].machine.verdict).toBe(json("audit.json").provisions[0].verdict);
    const spanish = await asJson("sheet", at("audit-es.json"), "--reader", "Cy", "--out", at("es.json"));
    expect(spanish.audit).toBe(shown.audit);
  });

  test("agreement counts what both judged, names what they did not, and lists each difference with both reasons", async () => {
    fill("Ana.json");
    fill("Ben.json", { "give-medical-aid": "required", "publish-data": "", "value-of-life": "good" });
    const found = await asJson("agree", at("audit.json"), at("Ana.json"), at("Ben.json"));
    const asked = json("audit.json").provisions.length;
    expect(found).toMatchObject({ readers: ["Ana", "Ben"], asked, compared: asked - 2, agreed: asked - 3 });
    expect(found.differences).toEqual([
      {
        id: "give-medical-aid",
        first: { id: "give-medical-aid", verdict: "qualified", reason: "Ana read it so." },
        second: { id: "give-medical-aid", verdict: "required", reason: "Ben read it so." },
      },
    ]);
    expect(found.overall.kappa.interval.low).toBeLessThan(found.overall.kappa.value);
    expect(found.overall.ac1.agreed).toBeCloseTo((asked - 3) / (asked - 2), 12);
    const text = await done("agree", at("audit.json"), at("Ana.json"), at("Ben.json"));
    expect(text).toMatch(/same verdict on (\d+) of (\d+)[\s\S]*kappa: 0\.\d\d \(95% interval 0\.\d\d to [01]\.\d\d\)/);
    expect(text).toMatch(
      /Left out, and why: 2\n[\s\S]*value-of-life: good is not a verdict[\s\S]*No verdict for publish-data/,
    );
    const spanish = await done("agree", at("audit.json"), at("Ana.json"), at("Ben.json"), "--lang", "es");
    expect(spanish).toContain("Ana read it so.");
    expect(spanish).toMatch(/intervalo del 95%: 0,\d\d a/);
  });

  test("record adds each reading once, in a file that only grows", async () => {
    const first = await asJson(...record, at("Ana.json"), ...history, "--at", "2025-06-01T08:00:00Z");
    const asked = json("audit.json").provisions.length;
    expect(first).toMatchObject({ lines: 2 * asked, added: { machine: asked, people: asked }, known: 0 });
    const alone = read("history.json");
    expect(await asJson(...record, at("Ana.json"), ...history)).toMatchObject({ added: { machine: 0, people: 0 } });
    expect(await done(...record, at("Ana.json"), ...history)).toMatch(/^Nothing new: .*\nAlready there/);
    expect(read("history.json")).toBe(alone);
    const both = await asJson(...record, at("Ana.json"), at("Ben.json"), ...history);
    expect(both).toMatchObject({ added: { machine: 0, people: asked - 2 }, known: asked });
    expect(json("history.json").events.slice(0, 2 * asked)).toEqual(JSON.parse(alone).events);
    expect(json("history.json").events.at(-1)).toMatchObject({ at: "2025-06-30T12:00:00Z", who: "Ben" });
    expect(readdirSync(folder).filter((name) => /part$|lock$/.test(name))).toEqual([]);
  });

  test("a difference is decided with a reason; a reply and its answer are kept word for word", async () => {
    const standing = async () => {
      const { provisions } = await asJson("status", ...history);
      return provisions.find(({ id }: Entry) => id === "give-medical-aid");
    };
    expect(await standing()).toMatchObject({ status: "readers-differ", verdict: null, decision: null });
    const decide = ["decide", ...history, ...on, "--verdict", "qualified", "--who", "Cy", "--reason", "“if feasible”"];
    await done(...decide);
    const letter = "  First line.\nSecond — line “quoted”.  \n";
    writeFileSync(at("reply.txt"), letter);
    await done("reply", ...history, ...on, "--who", "Riverton PD", "--text", `@${at("reply.txt")}`);
    await done("reply", ...history, ...on, "--who", "Ana", "--text", "Thank you.", "--answer");
    expect(await standing()).toMatchObject({
      status: "decided",
      verdict: "qualified",
      decision: { who: "Cy", reason: "“if feasible”", isByReader: false },
      replies: [
        { isAnswer: false, who: "Riverton PD", text: letter.trim() },
        { isAnswer: true, who: "Ana", text: "Thank you." },
      ],
    });
    const text = await done("status", at("audit.json"), ...history, "--out", at("status.html"), "--lang", "es");
    expect(text).toContain("El departamento respondió (Riverton PD): First line.");
    expect(read("status.html")).toContain('<html lang="es">');
    expect(read("status.html")).toContain("Second — line “quoted”.");
  });

  test("audit --review shows beside each answer what people and the department say", async () => {
    const audited = async (document: string) => {
      const words = ["--review", at("history.json"), "--json", "--out", at("reviewed.html")];
      const { code, out } = await runWords(["audit", at(document), ...words]);
      expect(code).toBe(0);
      const { provisions } = JSON.parse(out);
      return provisions.find(({ id }: Entry) => id === "give-medical-aid");
    };
    expect(await audited("force.md")).toMatchObject({
      verdict: "qualified",
      review: { status: "decided", verdict: "qualified", decision: { who: "Cy" }, replies: [{}, {}] },
    });
    const page = read("reviewed.html");
    expect(page).toMatch(/id="rule-give-medical-aid"[\s\S]*?class="review"[\s\S]*?Decided by Cy[\s\S]*?Second — line/);
    const asked = json("audit.json").provisions.length;
    const summary = page.slice(page.indexOf('id="summary"'), page.indexOf('id="rules"'));
    expect(summary).toContain(`People have settled ${asked - 2} of ${asked} answers`);
    const { out } = await runWords([
      "audit",
      at("force.md"),
      "--review",
      at("history.json"),
      "--out",
      at("again.html"),
    ]);
    expect(out).toContain(`People have settled ${asked - 2} of ${asked} answers`);
    expect(await audited("newer.md")).toMatchObject({
      review: { status: "first-reading", verdict: null, decision: null, readers: [], otherReadings: 2 },
    });
    const plain = json("audit.json").provisions.find(({ id }: Entry) => id === "give-medical-aid");
    expect(plain).not.toHaveProperty("review");
    expect(read("audit.html")).not.toContain('class="review"');
  });

  test("other documents start anew, and only when that is meant", async () => {
    const before = read("history.json");
    const refused = await review("record", at("newer.json"), ...history);
    expect([refused.code, refused.note.includes("--new-documents"), read("history.json")]).toEqual([1, true, before]);
    copyFileSync(at("history.json"), at("newer-history.json"));
    const newer = ["--history", at("newer-history.json")];
    await done("record", at("newer.json"), ...newer, "--new-documents");
    const { provisions } = await asJson("status", ...newer);
    expect(provisions.find(({ id }: Entry) => id === "give-medical-aid")).toMatchObject({
      status: "first-reading",
      otherReadings: 2,
      replies: [{ isAnswer: false }, { isAnswer: true }],
    });
    expect(await done("status", ...newer, "--earlier", at("history.json"))).toContain("History: ");
    const back = await review("status", ...history, "--earlier", at("newer-history.json"));
    expect([back.code, back.note.includes("does not continue")]).toEqual([1, true]);
  });
});

describe("review, with a history that is not as it was written", () => {
  const wrong: readonly (readonly [title: string, change: (text: string) => string, says: RegExp])[] = [
    ["one word changed", (text) => text.replace("Ben read it so.", "Ben read it not."), /Line \d+ .* was changed/],
    ["cut off", (text) => text.slice(0, -200), /cut off/],
    ["empty", () => "", /cut off/],
    [
      "its last lines taken out",
      (text) => {
        const file = JSON.parse(text);
        return JSON.stringify({ ...file, events: file.events.slice(0, -3) });
      },
      /taken out or added by hand: \d+ \/ \d+/,
    ],
  ];
  test.each(wrong)("%s: every command refuses it and leaves it", async (_, change, says) => {
    writeFileSync(at("bad.json"), change(read("history.json")));
    const before = read("bad.json");
    const bad = ["--history", at("bad.json")];
    for (const words of [
      ["review", ...record, ...bad],
      ["review", "status", ...bad],
      ["review", "reply", ...bad, ...on, "--who", "PD", "--text", "x"],
      ["review", "decide", ...bad, ...on, "--who", "C", "--verdict", "silent", "--reason", "r"],
      ["audit", at("force.md"), "--review", at("bad.json"), "--out", at("never.html")],
    ]) {
      const ran = await runWords(words);
      expect([ran.code, ran.out, read("bad.json")]).toEqual([1, "", before]);
      expect(ran.note).toMatch(says);
    }
  });
});

describe("review, with something to correct", () => {
  const filled = at("Ana.json");
  const wrong: readonly (readonly [title: string, words: readonly string[], says: RegExp])[] = [
    ["no part", [], /sheet, agree, record, decide, reply, status/],
    ["a part that is not there", ["praise"], /“praise” is no part/],
    ["an option of another part", ["agree", at("audit.json"), filled, filled, "--who", "x"], /--who does not belong/],
    ["no audit", ["sheet", "--reader", "x"], /audit DOC… --json/],
    ["a file that is no audit", ["sheet", filled, "--reader", "x"], /no saved audit/],
    ["no reader", ["sheet", at("audit.json"), "--out", at("none.json")], /--reader/],
    ["one sheet", ["agree", at("audit.json"), filled], /exactly two sheets/],
    ["two sheets of one person", ["agree", at("audit.json"), filled, filled], /Both sheets are of Ana/],
    ["a sheet of another audit", ["agree", at("newer.json"), filled, at("Ben.json")], /Ana\.json: .*another audit/],
    ["no history", [...record], /--history/],
    ["a history that is not there", ["status", "--history", at("nowhere.json")], /nowhere\.json/],
    [
      "a decision without a history",
      ["decide", "--history", at("no.json"), ...on, "--verdict", "silent", "--who", "C", "--reason", "r"],
      /no history/,
    ],
    [
      "a verdict that is none",
      ["decide", ...history, ...on, "--verdict", "good", "--who", "C", "--reason", "r"],
      /“good” is no verdict/,
    ],
    [
      "a decision where nobody differs",
      ["decide", ...history, "--provision", "duty-to-intervene", "--verdict", "silent", "--who", "C", "--reason", "r"],
      /nothing to decide/,
    ],
    ["a decision without a reason", ["decide", ...history, ...on, "--verdict", "silent", "--who", "C"], /--reason/],
    [
      "a question that nobody read",
      ["reply", ...history, "--provision", "praise", "--who", "C", "--text", "t"],
      /Nobody has read “praise”/,
    ],
    [
      "an answer to nothing",
      ["reply", ...history, "--provision", "duty-to-intervene", "--who", "C", "--text", "t", "--answer"],
      /nothing to answer/,
    ],
    [
      "a moment before the last",
      ["reply", ...history, ...on, "--who", "C", "--text", "t", "--at", "2020-01-01T00:00:00Z"],
      /cannot be older/,
    ],
    [
      "a moment to come",
      ["reply", ...history, ...on, "--who", "C", "--text", "t", "--at", "2031-01-01T00:00:00Z"],
      /has not come yet/,
    ],
    [
      "a text that is no moment",
      ["reply", ...history, ...on, "--who", "C", "--text", "t", "--at", "today"],
      /“today” is no moment/,
    ],
    [
      "the same in Spanish",
      ["reply", ...history, ...on, "--who", "C", "--text", "t", "--at", "hoy", "--lang", "es"],
      /no es un momento/,
    ],
  ];
  test.each(wrong)("%s", async (_, words, says) => {
    const before = read("history.json");
    const ran = await review(...words);
    expect([ran.code, ran.out]).toEqual([1, ""]);
    expect(ran.note).toMatch(says);
    expect(ran.note).not.toMatch(/\{\w+\}/);
    expect(read("history.json")).toBe(before);
    expect(existsSync(at("no.json"))).toBe(false);
  });
});
