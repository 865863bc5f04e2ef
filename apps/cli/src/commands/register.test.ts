import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runWords } from "../testing/run-words.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-register-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

const force = at("force.md");
writeFileSync(
  force,
  `# Use of Force

## 1. Purpose

This policy tells officers of the Riverton Police Department when force may be used. It applies to every sworn officer.

## 2. Rules

Force is the last means. Officers talk first. See the Towing Policy.

## 3. Duty to intervene

Any officer who sees another officer use force that is excessive must intervene at once to stop it.
`,
);
const words = ["register", force, "--agency", "Riverton, IL", "--out", at("register.html")];

type Entry = { readonly id?: string; readonly title: { readonly en: string }; status: string; found?: string };

async function registered(...more: readonly string[]) {
  const ran = await runWords([...words, ...more, "--json"]);
  expect([ran.code, ran.written.length]).toEqual([0, 1]);
  const result = JSON.parse(ran.out);
  const entries: Entry[] = result.register.entries;
  return { result, entries, entry: (id: string) => entries.find((one) => one.id === id) };
}

describe("register", () => {
  test("says of each policy whether the public has it, with evidence, and writes the page", async () => {
    const { result, entries, entry } = await registered();
    expect(entry("use-of-force")?.status).toBe("public");
    expect(entry("duty-to-intervene")).toMatchObject({ status: "public", evidence: [{ document: "force.md" }] });
    expect(entry("canine")?.status).toBe("not-found");
    expect(entries.at(-1)).toMatchObject({ title: { en: "Towing Policy" }, status: "title-only" });
    expect(result.request.map(({ id }: { id?: string }) => id)).not.toContain("use-of-force");
    expect(result).toMatchObject({ differing: [], letter: null, page: at("register.html") });
    expect(readFileSync(at("register.html"), "utf8")).toContain("<!doctype html>");
  });

  test("reads listed titles and withheld policies, as lines or JSON", async () => {
    writeFileSync(at("listed.txt"), "Foot Pursuits\n\nVehicle Pursuits\n");
    writeFileSync(at("withheld.txt"), "Canine Unit | Exempt under the law.\n");
    const lines = await registered("--listed", at("listed.txt"), "--withheld", at("withheld.txt"));
    expect(lines.entry("foot-pursuit")).toMatchObject({ status: "title-only", evidence: [{ document: "listed.txt" }] });
    expect(lines.entry("canine")).toMatchObject({ status: "withheld", evidence: [{ words: "Exempt under the law." }] });
    writeFileSync(at("listed.json"), JSON.stringify([{ title: "Foot Pursuits", document: "Manual" }]));
    const json = await registered("--listed", at("listed.json"));
    expect(json.entry("foot-pursuit")).toMatchObject({ evidence: [{ document: "Manual" }] });
  });

  test("keeps what a person corrected in its own JSON", async () => {
    const { result, entry } = await registered();
    const canine = entry("canine");
    Object.assign(canine ?? {}, { status: "public", evidence: [{ kind: "said-by-person", words: "On the website." }] });
    writeFileSync(at("before.json"), JSON.stringify(result));
    const again = await registered("--register", at("before.json"));
    expect(again.entry("canine")).toMatchObject({ status: "public", found: "not-found" });
    expect(again.result.differing.map(({ id }: Entry) => id)).toEqual(["canine"]);
    const { out } = await runWords([...words, "--register", at("before.json")]);
    expect(out).toContain("Your correction stays");
  });

  test("writes the letter in the format of its name, under the state of the agency", async () => {
    await registered("--letter", at("letter.md"));
    expect(readFileSync(at("letter.md"), "utf8")).toContain("5 ILCS 140");
    const { out } = await runWords([...words, "--letter", at("letter.html"), "--state", "mn", "--lang", "es"]);
    const letter = readFileSync(at("letter.html"), "utf8");
    expect([letter.startsWith("<!doctype html>"), letter.includes("Minnesota")]).toEqual([true, true]);
    expect(letter).toContain("Solicito las siguientes políticas");
    expect(out).toContain("Registro: ");
  });
});

describe("register, with something to correct", () => {
  writeFileSync(at("bad.json"), "{");
  writeFileSync(at("shape.json"), JSON.stringify({ formatVersion: 1, agency: "Riverton, IL", asOf: "x", entries: [] }));
  writeFileSync(
    at("other.json"),
    JSON.stringify({ formatVersion: 1, agency: "Elm, IL", asOf: "2024-01-01", entries: [] }),
  );
  writeFileSync(at("no-words.txt"), "Canine Unit\n");
  const base = ["register", force, "--agency", "Riverton, IL"];
  const wrong: readonly (readonly [title: string, words: readonly string[], says: RegExp])[] = [
    ["no agency", ["register", force], /--agency/],
    ["no document", ["register", "--agency", "Riverton, IL"], /policy document/],
    ["a register that is not JSON", [...base, "--register", at("bad.json")], /bad\.json is not JSON/],
    ["a register with a wrong date", [...base, "--register", at("shape.json")], /shape\.json: x is not a date/],
    ["a register of another agency", [...base, "--register", at("other.json")], /Elm, IL/],
    ["withheld without the department's words", [...base, "--withheld", at("no-words.txt")], /entry 1/],
    ["a letter without a state", ["register", force, "--agency", "Riverton", "--letter", at("x.md")], /--state/],
  ];
  test.each(wrong)("%s", async (_, given, says) => {
    const ran = await runWords([...given, "--out", at("never.html")]);
    expect([ran.code, ran.out]).toEqual([1, ""]);
    expect(ran.note).toMatch(says);
    expect(existsSync(at("never.html"))).toBe(false);
  });
});
