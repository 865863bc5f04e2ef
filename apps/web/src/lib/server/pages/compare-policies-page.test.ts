import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AuditPage } from "@evenhand/toolkit/report/audit/audit-page";
import { rivertonAudit } from "@evenhand/toolkit/report/audit/fixtures/riverton-audit";
import { rivertonPolicy } from "@evenhand/toolkit/report/fixtures/riverton-policy";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Asked } from "../page-load.ts";
import { comparePoliciesPage } from "./compare-policies-page.ts";
import { provisionPage } from "./provision-page.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-compare-"));
const both = <Made>(made: Made) => ({ en: made, es: made });

/** Another department: one answer differs, one question was not asked. */
const other: AuditPage = {
  ...rivertonAudit,
  rules: rivertonAudit.rules
    .filter(({ id }) => id !== "elsewhere")
    .map((rule) => (rule.id === "intervene" ? { ...rule, verdict: "silent", clauses: [] } : rule)),
};

function writePlace(id: string, audit: AuditPage | undefined): void {
  const answers = join(folder, id, "answers");
  mkdirSync(answers, { recursive: true });
  const provisions = audit?.rules.map(({ id: rule, verdict, question }) => ({
    id: rule,
    verdict,
    question: { en: question, es: question },
  }));
  const summary = { release: "r", agency: { id, name: `The city of ${id}` }, provisions };
  writeFileSync(join(answers, "summary.json"), JSON.stringify(summary));
  const policy = audit && { beside: both(rivertonPolicy), audit: both(audit), texts: [] };
  writeFileSync(join(answers, "r.json"), JSON.stringify({ policy }));
}

beforeAll(() => {
  writePlace("alder", rivertonAudit);
  writePlace("birch", other);
  writePlace("cedar", undefined);
  process.env.EVENHAND_RELEASES = folder;
});
afterAll(() => {
  delete process.env.EVENHAND_RELEASES;
  rmSync(folder, { recursive: true, force: true });
});

const asked = (params: Asked["params"]): Asked => ({ language: "en", params, url: new URL("http://localhost/") });

test("two departments are compared on what both were asked, with the clauses of each", async () => {
  const page = await comparePoliciesPage(asked({ one: "alder", other: "birch" }));
  expect(page?.description).toBe("Of 5 questions that were asked of both policies, 4 have the same answer.");
  expect(page?.markup).not.toContain("compare-elsewhere");
  const section = page?.markup.match(/<section class="rule" aria-labelledby="compare-intervene">.*?<\/section>/s)?.[0];
  expect(section).toContain("Officers must stop it.");
  expect(section).toContain("/places/alder/policy/audit/intervene");
  expect(section).toContain("/places/birch/policy/audit/intervene");
  expect(section).toContain("Nothing found that answers it");
});

for (const params of [
  { one: "alder", other: "cedar" },
  { one: "alder", other: "alder" },
  { one: "../alder", other: "birch" },
  { one: "alder", other: "nowhere" },
])
  test(`${params.one} and ${params.other} cannot be compared`, async () => {
    expect(await comparePoliciesPage(asked(params))).toBeUndefined();
  });

test("a question's page names each department that was asked it, and no other", async () => {
  const page = await provisionPage(asked({ rule: "elsewhere" }));
  expect(page?.markup).toContain("The city of alder");
  expect(page?.markup).not.toContain("birch");
  expect((await provisionPage(asked({ rule: "shots" })))?.markup.match(/<section class="rule"/g)).toHaveLength(2);
  expect(await provisionPage(asked({ rule: "no-such" }))).toBeUndefined();
});
