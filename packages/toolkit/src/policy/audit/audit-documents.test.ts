import { describe, expect, test } from "vitest";
import { textPolicy } from "../checks/text-policy.ts";
import { rubrics } from "../rules/rubrics.ts";
import { type AuditedProvision, auditDocuments } from "./audit-documents.ts";

const only = (id: string, rubric: keyof typeof rubrics = "evenhand") => ({
  ...rubrics[rubric],
  rules: rubrics[rubric].rules.filter((rule) => rule.id === id),
});

const audited = (id: string, ...texts: readonly string[]): AuditedProvision => {
  const [provision] = auditDocuments(
    texts.map((text, index) => textPolicy(text, `document ${index + 1}`)),
    only(id),
    { isPassage: true },
  ).provisions;
  if (provision === undefined) throw new RangeError(`invalid id; not in the rubric: ${id}`);
  return provision;
};

describe("auditDocuments", () => {
  test("quotes are exact, with hedges and exceptions as written", () => {
    const text = "# Force\nOfficers shall, when practicable, use de-escalation before force unless a life is at risk.";
    const found = audited("de-escalation-required", text);
    expect(found).toMatchObject({
      verdict: "qualified",
      hedges: ["when practicable"],
      exceptions: ["unless a life is at risk"],
    });
    for (const clause of found.clauses) expect(text.slice(clause.start, clause.end)).toBe(clause.text);
    expect(found.clauses[0]).toMatchObject({ document: "document 1", section: ["Force"] });
    expect(found.why).toContain("“when practicable”");
  });

  test("a definition in one document hollows out or fills the ban of another", () => {
    const ban = "Officers shall not use a neck lock.";
    expect(audited("ban-neck-restraints", ban, "Neck lock means pressure on the windpipe.").verdict).toBe("silent");
    expect(audited("ban-neck-restraints", ban, "Neck lock means pressure on the carotid arteries.").verdict).toBe(
      "required",
    );
  });

  test("each reason given is quoted, however many clauses stand before the one it rests on", () => {
    const duties = ["push", "grip", "strike", "hold", "kick", "pull", "lock"].map(
      (act) => `Officers shall report every use of force by which they ${act} a person.`,
    );
    const found = audited("report-all-force", [...duties, "Escort holds are not reportable."].join("\n"));
    expect(found.verdict).toBe("qualified");
    expect(found.clauses).toHaveLength(6);
    expect(found.clauses.map(({ text }) => text)).toContain("Escort holds are not reportable.");
    expect(found.clauses[0]?.text).toBe(duties[0]);
  });

  test("the ban is named before a statement that bans nothing by itself", () => {
    const found = audited(
      "ban-shooting-from-vehicles",
      "Shots fired from a moving vehicle are rarely effective.\nOfficers shall not fire from a moving vehicle.",
    );
    expect(found.verdict).toBe("required");
    expect(found.why).toMatch(/^It bans .* It says that shots .* rarely effective, which by itself bans nothing\.$/);
  });

  test("watching a person's breath is not shown as near to a ban on chokeholds; a hold that impairs it is", () => {
    expect(audited("ban-chokeholds", "Officers shall check the pulse and the breathing of the person.")).toMatchObject({
      verdict: "silent",
      clauses: [],
    });
    const named = audited("ban-chokeholds", "A hold that impairs breathing is taught to instructors.");
    expect(named.clauses).toHaveLength(1);
  });

  test("how reasonableness is judged is shown, and is no definition", () => {
    const found = audited("define-reasonable", "The reasonableness of force is judged with the facts known then.");
    expect(found).toMatchObject({ verdict: "silent", clauses: [{ document: "document 1" }] });
  });

  test("one clause forbids, another document allows", () => {
    const found = audited(
      "ban-warning-shots",
      "Warning shots are prohibited.",
      "Officers may fire warning shots at sea.",
    );
    expect(found.verdict).toBe("contradicted");
    expect(found.clauses.map(({ document }) => document)).toEqual(["document 2", "document 1"]);
    expect(found.why).toContain("Another clause says the opposite.");
  });

  test("a duty that stands elsewhere is not absent", () => {
    const found = audited(
      "duty-to-intervene",
      "How officers intervene in excessive force is described in the Policy 319.\nThe use of excessive force and when officers intervene: see Policy 319.",
    );
    expect(found.verdict).toBe("covered-elsewhere");
    expect(found.why).toContain("Policy 319");
  });

  test("silence says where it looked", () => {
    const found = audited("publish-data", "Officers shall wear badges.", "Officers shall drive with care.");
    expect(found).toMatchObject({ verdict: "silent", clauses: [], lookedAt: { clauses: 2, onSubject: 0 } });
    expect(found.why).toContain("document 1, document 2");
  });

  test("a question is not a rule", () => {
    expect(audited("ban-warning-shots", "Are warning shots prohibited?").verdict).toBe("silent");
  });

  test("an exception in the next clause belongs to the ban before it", () => {
    const found = audited(
      "ban-shooting-at-vehicles",
      "Officers shall not fire at a moving vehicle.\nException: as a last resort when deadly force is justified.",
    );
    expect(found.verdict).toBe("qualified");
  });

  test("why is also given in Spanish, quotations as written", () => {
    const [found] = auditDocuments(
      [textPolicy("Officers should use de-escalation before force when possible.")],
      only("de-escalation-required"),
      { language: "es" },
    ).provisions;
    expect(found?.why).toContain("Palabras vagas");
    expect(found?.why).toContain("«when possible»");
  });

  test("evenhand gives no yes or no; eight-cant-wait does", () => {
    const documents = [textPolicy("Officers shall not use neck restraints.")];
    expect(auditDocuments(documents, only("ban-neck-restraints")).provisions[0]).not.toHaveProperty("present");
    expect(auditDocuments(documents, only("ban_chokeholds", "eight-cant-wait")).provisions[0]?.present).toBe(true);
  });

  test("nothing read, or a scan too unclear, is not silence", () => {
    expect(auditDocuments([], only("publish-data")).provisions[0]).toMatchObject({
      verdict: "cannot-tell",
      clauses: [],
    });
    const scan = { ...textPolicy("Off1cers sha11 wear badges."), confidence: 0.5 };
    const found = auditDocuments([scan], only("ban_chokeholds", "eight-cant-wait")).provisions[0];
    expect(found).toMatchObject({ verdict: "cannot-tell", present: null });
    expect(found?.why).toContain("scan");
  });

  test("the same documents give the same audit", () => {
    const documents = [textPolicy("Officers shall report any use of force. Force means any physical contact.")];
    expect(auditDocuments(documents, rubrics.evenhand)).toEqual(auditDocuments(documents, rubrics.evenhand));
  });
});
