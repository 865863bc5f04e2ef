import { describe, expect, test } from "vitest";
import { addReadings, type ReturnedSheet } from "./add-readings.ts";
import { auditText, documentsText, type RecordedAudit, readAudit } from "./recorded-audit.ts";
import { continuesHistory } from "./review-history.ts";
import { standingVerdict } from "./standing-verdict.ts";
import type { Verdict } from "./verdicts.ts";

const clause = {
  document: "force.md",
  sha256: "ab",
  section: ["5. Medical aid"],
  start: 10,
  end: 30,
  text: "Officers shall render aid.",
};
const provision = (id: string, verdict: Verdict) => ({
  id,
  verdict,
  clauses: verdict === "silent" ? [] : [clause],
  hedges: [],
  exceptions: [],
  why: `why ${id}`,
});
const audit: RecordedAudit = {
  rubric: "evenhand",
  documents: [{ name: "force.md", sha256: "ab", readable: true }],
  provisions: [provision("medical-aid", "required"), provision("warning-shots", "silent")],
};
const sheet = (reader: string, given: Readonly<Record<string, Verdict>>, name = reader): ReturnedSheet => ({
  reader,
  isBlind: true,
  issues: [],
  sheet: name,
  readings: Object.entries(given).map(([id, verdict]) => ({ id, verdict, reason: "r" })),
});
const basis = { audit: "a1", documents: "d1", at: "2024-05-01T09:30:00Z", program: "Evenhand" };

describe("a saved audit", () => {
  test("is read with the fields that a review uses, and keeps the others", () => {
    const saved = { ...audit, clarity: {}, provisions: audit.provisions.map((one) => ({ ...one, present: null })) };
    expect(readAudit(JSON.stringify(saved))?.provisions[0]).toMatchObject({ id: "medical-aid", present: null });
  });

  test.each([
    ["{"],
    ["[]"],
    ["{}"],
    [JSON.stringify({ ...audit, documents: [{ name: "x" }] })],
    [JSON.stringify({ ...audit, provisions: [] })],
    [JSON.stringify({ ...audit, provisions: [{ ...audit.provisions[0], verdict: "good" }] })],
    [JSON.stringify({ ...audit, provisions: [{ ...audit.provisions[0], clauses: [{ text: "x" }] }] })],
    [JSON.stringify({ ...audit, provisions: [audit.provisions[0], audit.provisions[0]] })],
  ])("%s is none", (text) => expect(readAudit(text)).toBeUndefined());

  test("is told by its documents, rubric and provisions, in any language and order of the documents", () => {
    const two = { ...audit, documents: [...audit.documents, { name: "b", sha256: "cd", readable: true }] };
    const turned = { ...two, documents: two.documents.toReversed() };
    const spanish = { ...audit, provisions: audit.provisions.map((one) => ({ ...one, why: "porque sí" })) };
    const unread = { ...audit, documents: [...audit.documents, { name: "b", sha256: "cd", readable: false }] };
    const [first, ...others] = audit.provisions;
    const other = { ...audit, provisions: [{ ...provision("medical-aid", "qualified") }, ...others] };
    expect([auditText(turned), documentsText(turned)]).toEqual([auditText(two), documentsText(two)]);
    expect([auditText(spanish), auditText(unread)]).toEqual([auditText(audit), auditText(audit)]);
    expect(documentsText(two)).not.toBe(documentsText(audit));
    expect(documentsText({ ...audit, rubric: "eight-cant-wait" })).not.toBe(documentsText(audit));
    expect([documentsText(other), auditText(other) === auditText(audit)]).toEqual([documentsText(audit), false]);
    expect(first).toBe(audit.provisions[0]);
  });
});

describe("adding readings", () => {
  const one = addReadings([], audit, [sheet("Ana", { "medical-aid": "qualified" })], basis);

  test("adds the machine's and each person's, oldest first", () => {
    expect(one.added.map(({ kind, provision: id, who }) => [kind, id, who])).toEqual([
      ["machine-read", "medical-aid", "Evenhand"],
      ["machine-read", "warning-shots", "Evenhand"],
      ["person-read", "medical-aid", "Ana"],
    ]);
    expect(one.known).toBe(0);
  });

  test("adds nothing twice: not the same sheet, not the same words on another, not an old sheet after a new one", () => {
    const again = addReadings(one.history, audit, [sheet("Ana", { "medical-aid": "qualified" })], basis);
    expect([again.added, again.known]).toEqual([[], 1]);
    const renamed = addReadings(one.history, audit, [sheet(" ANA", { "medical-aid": "qualified" }, "s2")], basis);
    expect([renamed.added, renamed.known]).toEqual([[], 1]);
    const changed = addReadings(one.history, audit, [sheet("Ana", { "medical-aid": "silent" }, "s2")], basis);
    expect(changed.added).toHaveLength(1);
    const old = addReadings(changed.history, audit, [sheet("Ana", { "medical-aid": "qualified" })], basis);
    expect([old.added, old.known]).toEqual([[], 1]);
    expect(standingVerdict(old.history, "medical-aid")?.readers[0]?.verdict).toBe("silent");
  });

  test("a new audit of the same documents adds the machine's reading only, and people's readings stand", () => {
    const both = addReadings(one.history, audit, [sheet("Ben", { "medical-aid": "qualified" })], basis);
    const later = addReadings(both.history, audit, [], { ...basis, audit: "a2" });
    expect(later.added.map(({ kind }) => kind)).toEqual(["machine-read", "machine-read"]);
    expect(standingVerdict(later.history, "medical-aid")).toMatchObject({ status: "confirmed", verdict: "qualified" });
    expect(continuesHistory(both.history, later.history)).toBe(true);
  });
});
