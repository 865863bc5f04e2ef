import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateRiverton } from "@evenhand/toolkit/sample/riverton";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Ran, runWords } from "./testing/run-words.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-policy-"));
const at = (name: string) => join(folder, name);
const [file] = generateRiverton().files;
const duty = "Officers shall use de-escalation techniques before using force.";

let ran: Ran;
beforeAll(async () => {
  if (file === undefined) throw new Error("no sample");
  writeFileSync(at(file.name), file.bytes);
  const body = [
    "# Use of force policy of Riverton",
    "## 1. De-escalation",
    duty,
    "## 2. Reports",
    "Every use of force shall be reported by the end of the shift. The force report shall state the race of the person.",
    "## 3. Intervention",
    "Officers shall intervene to stop another officer who uses excessive force against any person.",
  ];
  writeFileSync(at("policy.md"), body.join("\n\n"));
  writeFileSync(at("empty.txt"), "");
  const words = ["report", at(file.name), "--agency", "Riverton, XX", "--out", at("r.html"), "--json"];
  ran = await runWords([...words, "--policy", at("policy.md"), "--policy", at("empty.txt")]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("report --policy --json holds documents, provisions and links with their sentences", () => {
  expect(ran.code).toBe(0);
  const { policy } = JSON.parse(ran.out);
  expect(policy.rubric).toBe("evenhand");
  expect(policy.documents.map(({ readable }: { readable: boolean }) => readable)).toEqual([true, false]);
  expect(policy.documents[1].reason).toBeTruthy();
  expect(policy.provisions.length).toBe(33);
  const link = policy.links.find(({ id }: { id: string }) => id === "de-escalation-required~deescalation");
  expect(link).toMatchObject({ verdict: "required", stance: "asks", clauses: [{ text: duty }] });
  expect(link.says[0]).toBe("The policy requires de-escalation before force.");
});

test("the page quotes the clause and lists the document that was not read", () => {
  const page = readFileSync(at("r.html"), "utf8");
  expect(page).toContain(duty);
  expect(page).toContain('id="policy-de-escalation-required-deescalation"');
  expect(page).toContain("empty.txt");
});

test("a rubric without a policy, or one that is not there, is the user's to correct", async () => {
  const alone = await runWords(["report", at("x"), "--rubric", "evenhand"]);
  const unknown = await runWords(["report", at("x"), "--policy", at("policy.md"), "--rubric", "best"]);
  expect([alone.code, unknown.code]).toEqual([1, 1]);
  expect(alone.note).toContain("--policy");
  expect(unknown.note).toContain("best");
});
