import { comparedEventColumns } from "@evenhand/standard";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCsv } from "../evaluation/parse-csv.ts";
import { enteredBy, extendTimeline, timelineRow } from "./timeline-csv.ts";
import type { TimelineEvent } from "./timeline-events.ts";

const event = (id: string, more: Partial<TimelineEvent> = {}): TimelineEvent => ({
  id,
  kind: "gained",
  what: { en: `Gained “${id}”, at last.`, es: `Ganado «${id}», por fin.` },
  document: "force, new.pdf",
  sha256: "a".repeat(64),
  ...more,
});
const extended = (existing: string | undefined, events: readonly TimelineEvent[]) => {
  const found = extendTimeline(existing, events);
  if (!found.isTimeline) throw new Error("no timeline");
  return found;
};

test("a row has every column, empty where nothing is known", () => {
  expect(timelineRow(event("a", { date: "2020-01-02", adopted: "2020-01-02", provision: "aid" }))).toEqual({
    id: "a",
    date: "2020-01-02",
    adopted: "2020-01-02",
    effective: "",
    trained: "",
    kind: "policy",
    what: "Gained “a”, at last.",
    what_es: "Ganado «a», por fin.",
    source: `force, new.pdf sha256:${"a".repeat(64)}`,
    document: "force, new.pdf",
    provision: "aid",
    entered_by: enteredBy,
  });
});

test("a new file has the columns and one row an event; a second time nothing is added", () => {
  const first = extended(undefined, [event("a"), event("b"), event("a")]);
  expect([first.added, first.known]).toEqual([2, 0]);
  expect(first.text.split("\r\n")[0]).toBe(comparedEventColumns.join(","));
  expect(parseCsv(first.text).map(({ id, document }) => [id, document])).toEqual([
    ["a", "force, new.pdf"],
    ["b", "force, new.pdf"],
  ]);
  expect(extended(first.text, [event("a"), event("b")])).toEqual({
    isTimeline: true,
    text: first.text,
    added: 0,
    known: 2,
  });
});

test("what a person wrote stays letter by letter, also without a last line end and with a byte-order mark", () => {
  const mine = `\uFEFF${comparedEventColumns.join(",")}\n"a",2020-01-02,,,2020-03-01,training,"We ""trained"",\nall",,,,,me`;
  const { text, added, known } = extended(mine, [event("a"), event("b")]);
  expect([text.startsWith(`${mine}\r\nb,`), added, known]).toEqual([true, 1, 1]);
});

test("a stray quotation mark in a row does not hide the ids after it", () => {
  const mine = `${comparedEventColumns.join(",")}\nx,,,,,other,5" pipe,,,,,me\na,,,,,policy,,,,,,me\n`;
  expect(extended(mine, [event("a")]).added).toBe(0);
});

test("columns of its own, in an order of its own, stay and are left empty in what is added", () => {
  const columns = ["agency", ...comparedEventColumns.toReversed(), "about", "unaffected"];
  const mine = `${columns.join(",")}\r\nRiverton,${comparedEventColumns
    .map((column) => (column === "id" ? "a" : ""))
    .toReversed()
    .join(",")},force_type=baton,\r\n`;
  const { text, added, known } = extended(mine, [event("a"), event("b", { date: "2020-01-02" })]);
  expect([text.startsWith(mine), added, known]).toEqual([true, 1, 1]);
  const [before, row] = parseCsv(text);
  expect(before).toMatchObject({ id: "a", agency: "Riverton", about: "force_type=baton" });
  expect(row).toEqual({ ...timelineRow(event("b", { date: "2020-01-02" })), agency: "", about: "", unaffected: "" });
});

test.each([
  ["too few columns", "id,date,what\n1,2020-01-01,x\n"],
  ["a column twice", `${comparedEventColumns.join(",")},date\n`],
])("a table with %s is no timeline", (_, text) => {
  expect(extendTimeline(text, [event("a")])).toEqual({ isTimeline: false });
});

test("whatever the words, each id is there once and the words come back", () => {
  const text = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", "é", " ") });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom("p", "q", "r"), text), { maxLength: 5 }), (pairs) => {
      const events = pairs.map(([id, en]) => event(id, { what: { en, es: "" } }));
      const half = extended(undefined, events.slice(0, 2));
      const rows = parseCsv(extended(half.text, events).text);
      expect(rows.map(({ id }) => id).toSorted()).toEqual([...new Set(pairs.map(([id]) => id))].toSorted());
      for (const { id, what } of rows) expect(pairs.filter(([own]) => own === id).map(([, en]) => en)).toContain(what);
    }),
  );
});
