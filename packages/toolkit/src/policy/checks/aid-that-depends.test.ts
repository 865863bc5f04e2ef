import { describe, expect, test } from "vitest";
import { auditDocuments } from "../audit/audit-documents.ts";
import { rubrics } from "../rules/rubrics.ts";
import { textPolicy } from "./text-policy.ts";

const hedges = [
  ...["feasible", "practicable", "practical", "possible", "reasonable", "appropriate", "safe", "needed"].flatMap(
    (word) => ["if", "when", "where", "whenever", "as soon as"].map((opening) => `${opening} ${word}`),
  ),
  "if it is safe to do so",
  "when it is reasonably feasible",
  "as circumstances permit",
  "if time permits",
  "to the extent possible",
  "to the extent practicable",
  "once the scene is safe",
  "without unreasonable risk",
  "at the officer's discretion",
];

const duties = [
  "Officers shall render aid",
  "Officers must provide medical aid to any injured person",
  "Members will give first aid to people who are hurt",
  "Officers shall request an ambulance for the injured",
  "Officers must summon emergency medical services after any use of force",
  "Medical assistance shall be obtained for any injured person",
];

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const places: readonly ((duty: string, hedge: string) => string)[] = [
  (duty, hedge) => `${duty} ${hedge}.`,
  (duty, hedge) => `${upper(hedge)}, ${lower(duty)}.`,
  (duty, hedge) => `${duty}, ${hedge}, and tell a supervisor.`,
  (duty, hedge) => `${duty}.\n${duty} ${hedge}.`,
  (duty, hedge) => `${duty}; they shall do so ${hedge}.`,
  (duty, hedge) => `${upper(hedge)}, after force:\n- ${duty}.`,
];

describe("aid that depends is never required", () => {
  for (const hedge of hedges)
    test(hedge, () => {
      for (const duty of duties)
        for (const place of places) {
          const text = place(duty, hedge);
          for (const rubric of Object.values(rubrics)) {
            const found = auditDocuments([textPolicy(text)], rubric, { isPassage: true }).provisions;
            expect(
              found.filter(({ verdict }) => verdict === "required").map(({ id }) => id),
              text,
            ).toEqual([]);
          }
        }
    });

  test("without a condition it is required", () => {
    const found = auditDocuments(
      [textPolicy("Officers must provide medical aid to any injured person.")],
      rubrics.evenhand,
      {
        isPassage: true,
      },
    ).provisions.find(({ id }) => id === "give-medical-aid");
    expect(found?.verdict).toBe("required");
  });
});
