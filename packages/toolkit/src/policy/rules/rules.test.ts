import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { auditDocuments } from "../audit/audit-documents.ts";
import { textPolicy } from "../checks/text-policy.ts";
import { rubrics } from "./rubrics.ts";

for (const rubric of Object.values(rubrics))
  describe(rubric.id, () => {
    test("every folder is a rule of the rubric", () => {
      expect(rubric.rules.map(({ id }) => id).toSorted()).toEqual(
        readdirSync(new URL(`./${rubric.id}`, import.meta.url)).toSorted(),
      );
    });
    for (const rule of rubric.rules) {
      test(`${rule.id} has its question, wording and sources in both languages`, () => {
        expect(rule.sources.length).toBeGreaterThan(0);
        const texts = [
          rule.question,
          rule.required,
          rule.qualified,
          rule.contradicted,
          rule.wording,
          ...rule.statements.map(({ because }) => because),
        ];
        for (const { en, es } of texts) {
          expect(en.length).toBeGreaterThan(5);
          expect(es).not.toBe(en);
        }
      });

      test(`${rule.id} joins only parts that it has`, () => {
        const ids = rule.statements.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { parts } of rule.together ?? []) for (const part of parts) expect(ids).toContain(part);
      });

      test(`${rule.id} has three to six test texts`, () => {
        expect(rule.tests.length).toBeGreaterThanOrEqual(3);
        expect(rule.tests.length).toBeLessThanOrEqual(6);
      });
      for (const { text, verdict, present, why } of rule.tests)
        test(`${rule.id}: ${why} “${text.slice(0, 60)}…”`, () => {
          const found = auditDocuments([textPolicy(text)], { ...rubric, rules: [rule] }, { isPassage: true })
            .provisions[0];
          expect(found).toMatchObject({ verdict, ...(present === undefined ? {} : { present }) });
        });
    }
  });
