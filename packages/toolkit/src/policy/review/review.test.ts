import type { Provision } from "@evenhand/standard/provision";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ReadSheet, readSheet } from "./read-sheet.ts";
import { reviewAgreement } from "./review-agreement.ts";
import type { ReviewEvent, ReviewHistory } from "./review-event.ts";
import { appendEvent, continuesHistory, firstChangedLine } from "./review-history.ts";
import { makeSheet, type ReviewSheet } from "./review-sheet.ts";
import words from "./review-words.json" with { type: "json" };
import { standingVerdict } from "./standing-verdict.ts";
import { type Verdict, verdicts } from "./verdicts.ts";

const provision = (id: string, verdict: Verdict): Provision => ({
  id,
  verdict,
  clauses: [],
  hedges: [],
  exceptions: [],
  why: `because of ${id}`,
});
const provisions = [
  provision("duty-to-intervene", "required"),
  provision("medical-aid", "qualified"),
  provision("warning-shots", "silent"),
];
const filled = (sheet: ReviewSheet, answers: Readonly<Record<string, string>>, reader = "A"): string =>
  JSON.stringify({
    ...sheet,
    reader,
    entries: sheet.entries.map((entry) => ({ ...entry, verdict: answers[entry.id] ?? "", reason: "" })),
  });

describe("a sheet", () => {
  test("hides the machine's verdict and reasons unless told to show them", () => {
    const blind = makeSheet(provisions, { audit: "a1" });
    expect(JSON.stringify(blind.entries)).not.toMatch(/because of|"machine"|"qualified"/);
    expect(blind.entries.map(({ id, verdict }) => [id, verdict])).toEqual([
      ["duty-to-intervene", ""],
      ["medical-aid", ""],
      ["warning-shots", ""],
    ]);
    const shown = makeSheet(provisions, {
      audit: "a1",
      isBlind: false,
      questions: { "medical-aid": { en: "Aid?", es: "¿Ayuda?" } },
    });
    expect(shown.entries[1]).toMatchObject({
      machine: { verdict: "qualified", why: "because of medical-aid" },
      question: { es: "¿Ayuda?" },
    });
  });

  const sheet = makeSheet(provisions, { audit: "a1", isBlind: false });
  const codes = (text: string): string[] =>
    readSheet(text, sheet).issues.map(({ code, value }) => (value === undefined ? code : `${code} ${value}`));

  test("comes back with every verdict", () => {
    const read = readSheet(
      filled(sheet, { "duty-to-intervene": "required", "medical-aid": "qualified", "warning-shots": "silent" }, " A "),
      sheet,
    );
    expect(read).toMatchObject({ reader: "A", issues: [] });
    expect(read.readings.map(({ verdict }) => verdict)).toEqual(["required", "qualified", "silent"]);
  });

  test("what is wrong in it is named and never guessed", () => {
    const read = readSheet(filled(sheet, { "duty-to-intervene": "yes", "medical-aid": "silent" }), sheet);
    expect(read.readings).toEqual([{ id: "medical-aid", verdict: "silent", reason: "" }]);
    expect(read.issues.map(({ code }) => code)).toEqual([
      "sheet-verdict-unknown",
      "sheet-reason-empty",
      "sheet-verdict-empty",
    ]);
    const other = JSON.stringify({
      ...sheet,
      reader: "A",
      entries: [
        { id: "x" },
        7,
        { id: "medical-aid", verdict: "silent", reason: "r" },
        { id: "medical-aid", verdict: "required", reason: "r" },
      ],
    });
    expect(codes(other)).toEqual([
      "sheet-entry-unknown x",
      "sheet-entry-unknown 7",
      "sheet-entry-twice medical-aid",
      "sheet-entry-missing duty-to-intervene",
      "sheet-entry-missing warning-shots",
    ]);
    expect(readSheet(other, sheet).readings).toEqual([]);
  });

  test.each([
    ["{", "sheet-not-json"],
    ["[]", "sheet-not-json"],
    ['{"formatVersion":1}', "sheet-not-json"],
    ["null", "sheet-not-json"],
    [JSON.stringify({ ...sheet, formatVersion: 2 }), "sheet-other-format 2"],
    [JSON.stringify({ ...sheet, audit: "b" }), "sheet-other-audit b"],
    [JSON.stringify(sheet), "sheet-no-reader"],
  ])("%s is refused", (text, code) => {
    expect(codes(text)).toEqual([code]);
    expect(readSheet(text, sheet).issues[0]?.severity).toBe("error");
  });

  test("both languages say the same things", () => {
    for (const part of ["status", "issues", "events", "file"] as const) {
      expect(Object.keys(words.es[part])).toEqual(Object.keys(words.en[part]));
      for (const [name, text] of Object.entries(words.en[part]))
        expect(
          Object.entries(words.es[part])
            .find(([key]) => key === name)?.[1]
            .includes("{value}"),
        ).toBe(text.includes("{value}"));
    }
    for (const language of ["en", "es"] as const)
      expect(Object.keys(words[language].guide.verdicts)).toEqual([...verdicts]);
    expect(readSheet("{", sheet, { language: "es" }).issues[0]?.message).toContain("La hoja no es un archivo JSON");
  });

  test("no text makes the reader throw", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.json().map((entries) => `{"formatVersion":1,"audit":"a1","reader":"A","entries":[${entries}]}`),
        ),
        (text) => {
          expect(readSheet(text, sheet).issues.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe("two readers", () => {
  const read = (reader: string, given: Readonly<Record<string, Verdict>>): ReadSheet => ({
    reader,
    isBlind: true,
    issues: [],
    readings: Object.entries(given).map(([id, verdict]) => ({ id, verdict, reason: "" })),
  });
  const sum = (table: readonly (readonly number[])[]): number =>
    table.flat().reduce((total, count) => total + count, 0);
  const trace = (table: readonly (readonly number[])[]): number =>
    table.reduce((total, row, index) => total + (row[index] ?? 0), 0);
  const measures = { kappa: trace, ac1: sum };

  test("are compared on what both judged, verdict by verdict, with the differences listed", () => {
    const found = reviewAgreement(
      [
        read("A", { a: "required", b: "silent", c: "qualified", d: "silent" }),
        read("B", { a: "required", b: "qualified", c: "qualified", e: "silent" }),
      ],
      measures,
    );
    expect(found).toMatchObject({
      readers: ["A", "B"],
      compared: 3,
      leftOut: ["d", "e"],
      overall: { kappa: 2, ac1: 3 },
    });
    expect(found.differences.map(({ id, first, second }) => [id, first.verdict, second.verdict])).toEqual([
      ["b", "silent", "qualified"],
    ]);
    expect(found.byVerdict.find(({ verdict }) => verdict === "qualified")?.table).toEqual([
      [1, 0],
      [1, 1],
    ]);
  });

  test("must be two", () => {
    expect(() => reviewAgreement([read("A", {}), read("A", {})], measures)).toThrow(
      "invalid readers; must be two people: A",
    );
  });

  test("every table counts every pair once", () => {
    const given = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e"), fc.constantFrom(...verdicts));
    fc.assert(
      fc.property(given, given, (one, other) => {
        const found = reviewAgreement([read("A", one), read("B", other)], measures);
        for (const { table } of [found.overall, ...found.byVerdict]) expect(sum(table)).toBe(found.compared);
        expect(trace(found.overall.table) + found.differences.length).toBe(found.compared);
      }),
    );
  });
});

const at = (minute: number): string => new Date(Date.UTC(2024, 4, 1, 9, minute)).toISOString();
const line = (minute: number, who: string, act: Partial<ReviewEvent> & Pick<ReviewEvent, "kind">): ReviewEvent =>
  ({
    at: at(minute),
    who,
    provision: "medical-aid",
    verdict: "silent",
    reason: "r",
    text: "t",
    isBlind: true,
    audit: "a1",
    documents: "d1",
    sheet: "s1",
    ...act,
  }) as unknown as ReviewEvent;

describe("the history", () => {
  const first = appendEvent([], line(0, "machine", { kind: "machine-read", verdict: "required" }));
  const two = appendEvent(
    appendEvent(first, line(1, "A", { kind: "person-read", verdict: "qualified" })),
    line(2, "B", { kind: "person-read", verdict: "required" }),
  );

  test("says where a verdict stands, from first reading to decision", () => {
    expect(standingVerdict([], "medical-aid")).toBeUndefined();
    expect(standingVerdict(first, "medical-aid")).toMatchObject({ status: "first-reading", verdict: "required" });
    expect(standingVerdict(two.slice(0, 2), "medical-aid")).toMatchObject({
      status: "one-reader",
      verdict: "required",
    });
    expect(standingVerdict(two, "medical-aid")?.status).toBe("readers-differ");
    expect(standingVerdict(two, "medical-aid")).not.toHaveProperty("verdict");
    const decided = appendEvent(
      two,
      line(3, "C", { kind: "decided", verdict: "qualified", reason: "“if feasible” weakens it" }),
    );
    expect(standingVerdict(decided, "medical-aid")).toMatchObject({
      status: "decided",
      verdict: "qualified",
      says: { en: words.en.status.decided },
    });
    const again = appendEvent(
      appendEvent(decided, line(4, "B", { kind: "person-read", verdict: "qualified" })),
      line(5, "A", { kind: "person-read", verdict: "qualified" }),
    );
    expect(standingVerdict(again, "medical-aid")).toMatchObject({ status: "confirmed", verdict: "qualified" });
  });

  test("a reply is kept beside the verdict and changes nothing", () => {
    const replied = appendEvent(
      two,
      line(3, "Police Department", { kind: "department-replied", text: "We train this." }),
    );
    const answered = appendEvent(
      replied,
      line(4, "C", { kind: "reply-answered", text: "The policy does not say it." }),
    );
    expect(standingVerdict(answered, "medical-aid")?.replies.map(({ kind }) => kind)).toEqual([
      "department-replied",
      "reply-answered",
    ]);
    expect(standingVerdict(answered, "medical-aid")?.status).toBe(standingVerdict(two, "medical-aid")?.status);
  });

  test.each([
    [line(3, "C", { kind: "decided", provision: "warning-shots" }), "event-not-read: warning-shots"],
    [line(3, "C", { kind: "department-replied", provision: "warning-shots" }), "event-not-read: warning-shots"],
    [line(3, "C", { kind: "decided", reason: " " }), "decision-no-reason"],
    [line(0, "A", { kind: "person-read" }), `event-before-last: ${at(2)}`],
    [line(3, " ", { kind: "person-read" }), "event-no-one"],
    [line(3, "A", { kind: "department-replied", text: "" }), "reply-no-words"],
    [line(3, "A", { kind: "reply-answered" }), "answer-without-reply"],
    [{ ...line(3, "A", { kind: "person-read" }), at: "yesterday" }, "event-not-a-moment"],
    [{ ...line(3, "A", { kind: "person-read" }), at: "2024-13-40T09:00Z" }, "event-not-a-moment"],
  ])("refuses line %#", (event, message) => expect(() => appendEvent(two, event)).toThrow(message));

  test("a decision is for where two people differ, on the documents as they are now", () => {
    const decide = line(9, "C", { kind: "decided", verdict: "silent" });
    expect(() => appendEvent(two.slice(0, 2), decide)).toThrow("decision-too-few-readers");
    const renamed = [...two.slice(0, 2), line(2, " a ", { kind: "person-read", verdict: "required" })];
    expect(() => appendEvent(renamed, decide)).toThrow("decision-too-few-readers");
    const agreed = [...two.slice(0, 2), line(2, "B", { kind: "person-read", verdict: "qualified" })];
    expect(() => appendEvent(agreed, decide)).toThrow("decision-no-difference");
    const changed = appendEvent(two, line(8, "machine", { kind: "machine-read", documents: "d2" }));
    expect(() => appendEvent(changed, decide)).toThrow("decision-too-few-readers");
  });

  test("readings and decisions of other documents are kept and do not count", () => {
    const decided = appendEvent(two, line(3, "C", { kind: "decided", verdict: "qualified" }));
    const changed = appendEvent(decided, line(4, "machine", { kind: "machine-read", documents: "d2" }));
    expect(standingVerdict(changed, "medical-aid")).toMatchObject({
      status: "first-reading",
      verdict: "silent",
      readers: [],
      otherReadings: 2,
    });
    expect(standingVerdict(changed, "medical-aid")).not.toHaveProperty("decision");
    const newProgram = appendEvent(decided, line(4, "machine", { kind: "machine-read", audit: "a2" }));
    expect(standingVerdict(newProgram, "medical-aid")).toMatchObject({ status: "decided", verdict: "qualified" });
  });

  test("says which older line is not there any more", () => {
    expect(firstChangedLine(two, two)).toBeUndefined();
    expect(firstChangedLine(two, two.slice(0, 2))).toBe(3);
    expect(firstChangedLine(two, two.with(1, line(1, "Z", { kind: "person-read" })))).toBe(2);
  });

  const anyEvent = fc.record({
    minute: fc.nat(5),
    who: fc.constantFrom("A", "B", "C", ""),
    kind: fc.constantFrom<ReviewEvent["kind"]>(
      "machine-read",
      "person-read",
      "decided",
      "department-replied",
      "reply-answered",
    ),
    provision: fc.constantFrom("medical-aid", "warning-shots"),
    verdict: fc.constantFrom(...verdicts),
  });

  test("whatever happens, no earlier line is lost, changed or moved", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 25 }), (steps) => {
        let history: ReviewHistory = [];
        let minute = 0;
        for (const { minute: later, who, ...act } of steps) {
          const before = history;
          const frozen = structuredClone(before);
          try {
            history = appendEvent(history, line(minute + later, who, act));
            minute += later;
            expect(history.length).toBe(before.length + 1);
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
            expect(history).toBe(before);
          }
          expect(before).toEqual(frozen);
          expect(continuesHistory(before, history)).toBe(true);
          if (before.length > 0) {
            expect(continuesHistory(history, history.slice(1))).toBe(false);
            expect(
              continuesHistory(before, history.with(0, { ...history[0], who: "someone else" } as ReviewEvent)),
            ).toBe(false);
          }
        }
      }),
    );
  });
});
