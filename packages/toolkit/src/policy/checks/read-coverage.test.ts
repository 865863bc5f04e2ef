import { expect, test } from "vitest";
import { auditDocuments } from "../audit/audit-documents.ts";
import { rubrics } from "../rules/rubrics.ts";
import { textPolicy } from "./text-policy.ts";

const lessLethal = [
  "# Less-lethal launchers",
  "The launcher shall be kept in the trunk.",
  "Only trained officers may fire the launcher.",
  "The launcher does not replace deadly force.",
].join("\n");

const force = [
  "# Use of force",
  "Officers may use physical force only when it is reasonable and necessary.",
  "Excessive force shall be reported to a supervisor.",
  "The amount of force used shall be reasonable and shall be documented.",
].join("\n");

const deadly =
  "# Deadly force\nDeadly force may be used only when an officer believes that a life is in imminent danger.";

const verdict = (id: string, ...texts: readonly string[]) =>
  auditDocuments(
    texts.map((text, index) => textPolicy(text, `order ${index + 1}`)),
    rubrics.evenhand,
  ).provisions.find((provision) => provision.id === id);

test("an order on something else is not a silent use-of-force policy", () => {
  expect(verdict("ban-warning-shots", lessLethal)?.verdict).toBe("cannot-tell");
  expect(verdict("duty-to-intervene", lessLethal)?.verdict).toBe("cannot-tell");
  expect(verdict("ban-warning-shots", lessLethal)?.why).toContain("when deadly force may be used");
});

test("half of the subject: silence counts only for the half that was given", () => {
  expect(verdict("duty-to-intervene", force)?.verdict).toBe("silent");
  expect(verdict("ban-warning-shots", force)?.verdict).toBe("cannot-tell");
  expect(verdict("ban-warning-shots", deadly)?.verdict).toBe("silent");
  expect(verdict("duty-to-intervene", deadly)?.verdict).toBe("cannot-tell");
  expect(verdict("duty-to-intervene", force, deadly)?.verdict).toBe("silent");
});

test("a document named for the subject is where it is covered", () => {
  const found = verdict("ban-warning-shots", `${force}\nDeadly force is covered in Directive 44.`);
  expect(found?.verdict).toBe("covered-elsewhere");
  expect(found?.why).toContain("Directive 44");
});
