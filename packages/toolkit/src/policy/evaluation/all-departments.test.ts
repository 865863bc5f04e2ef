import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { keptDocument } from "../../documents/testing/kept-reading.ts";
import { auditDocuments } from "../audit/audit-documents.ts";
import { phrasePattern } from "../checks/phrase-pattern.ts";
import type { PolicyDocument } from "../documents/policy-document.ts";
import { rubrics } from "../rules/rubrics.ts";
import handCheck from "./hand-check.json" with { type: "json" };
import { readLabels } from "./label.ts";
import { rulePhrases } from "./rule-phrases.ts";
import singlePhrases from "./single-document-phrases.json" with { type: "json" };

/** Policies that are not part of the project; without them nothing can be compared. */
const shared = new URL("../../../../../../shared/policy/docs/", import.meta.url);
const departments = existsSync(shared) ? readdirSync(shared).filter((folder) => !folder.startsWith("_")) : [];

async function readAll(): Promise<Map<string, PolicyDocument[]>> {
  const found = new Map<string, PolicyDocument[]>();
  for (const department of departments) {
    const folder = new URL(`${department}/`, shared);
    const documents = [];
    for (const file of readdirSync(folder).toSorted())
      documents.push(await keptDocument(fileURLToPath(new URL(file, folder))));
    found.set(
      department,
      documents.filter((document) => document.isReadable),
    );
  }
  return found;
}

type Judged = (typeof handCheck.judged)[number];

/** Shares of right, of those judged, that were reached; below them something got worse. */
const reached = { first: 0.86, fresh: 0.88 } as const;

describe.skipIf(departments.length === 0)("every department at hand", () => {
  let documents = new Map<string, PolicyDocument[]>();
  beforeAll(async () => {
    documents = await readAll();
  }, 900_000);

  test("verdicts read by hand stay right", () => {
    const verdictOf = new Map<string, string>();
    for (const department of new Set(handCheck.judged.map((one) => one.department)))
      for (const { id, verdict } of auditDocuments(documents.get(department) ?? [], rubrics.evenhand).provisions)
        verdictOf.set(`${department} ${id}`, verdict);
    const stands = ({ department, rule, verdict }: Judged): boolean =>
      verdictOf.get(`${department} ${rule}`) === verdict;
    for (const sample of ["first", "fresh"] as const) {
      const judged = handCheck.judged.filter((one) => one.sample === sample);
      const share = judged.filter((one) => one.judgment === "right" && stands(one)).length / judged.length;
      console.log(`\nRead by hand, ${sample} sample\n${handTable(judged)}\nright and unchanged: ${share.toFixed(3)}`);
      expect(share).toBeGreaterThanOrEqual(reached[sample]);
    }
    const changed = handCheck.judged.filter((one) => one.judgment === "right" && !stands(one));
    expect(changed.map(({ department, rule, verdict }) => `${department} ${rule}: was rightly ${verdict}`)).toEqual([]);
  }, 300_000);

  test("no phrase of the rules serves one department only", () => {
    const words = new Map([...documents].map(([name, list]) => [name, list.map(({ text }) => text).join("\n")]));
    for (const { city, note } of readLabels(readFileSync(new URL("../labels.csv", shared), "utf8")))
      words.set(city, `${words.get(city) ?? ""}\n${note}`);
    const texts = [...words.values()];
    texts.sort((one, other) => one.length - other.length);
    const allowed = new Set<string>(singlePhrases.map(({ phrase }) => phrase));
    const single = rulePhrases().filter((phrase) => {
      const pattern = new RegExp(phrasePattern([phrase]).source, "i");
      let count = 0;
      for (const text of texts) {
        if (pattern.test(text)) count += 1;
        if (count > 1) return false;
      }
      return count === 1;
    });
    expect(singlePhrases.every(({ reason }) => reason.length > 10)).toBe(true);
    const unlisted = single.filter((phrase) => !allowed.has(phrase));
    console.log(
      `\nPhrases found in one department only: ${single.length}, of which without a reason: ${unlisted.length}`,
    );
    expect(unlisted).toEqual([]);
  }, 600_000);
});

function handTable(judged: readonly Judged[]): string {
  const verdicts = [...new Set(judged.map(({ verdict }) => verdict))].toSorted();
  const count = (verdict: string | undefined, judgment: string): string =>
    String(
      judged.filter((one) => (verdict === undefined || one.verdict === verdict) && one.judgment === judgment).length,
    ).padStart(10);
  const line = (verdict: string | undefined): string =>
    (verdict ?? "all").padEnd(20) +
    ["right", "debatable", "wrong"].map((judgment) => count(verdict, judgment)).join("");
  return [`${"".padEnd(20)}     right debatable     wrong`, ...verdicts.map(line), line(undefined)].join("\n");
}
