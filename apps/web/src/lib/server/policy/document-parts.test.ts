import type { DocumentText } from "@evenhand/toolkit/report/place-answers";
import { expect, test } from "vitest";
import { clauseNumber, clauseNumbers } from "./clause-number.ts";
import { documentParts, placeInParts, type TextClause } from "./document-parts.ts";

const clause = (start: number, section: readonly string[] = []): TextClause => ({
  start,
  text: `Clause ${start}.`,
  section,
  kind: "sentence",
});

const manual: DocumentText = {
  name: "manual.pdf",
  sha256: "a".repeat(64),
  policies: [
    { title: "One", clauses: [clause(0), clause(10), clause(20)] },
    { title: "Two", clauses: [clause(30)] },
    { title: "Three", clauses: [clause(40), clause(50), clause(60), clause(70), clause(80)] },
  ],
};

test("a document is cut between policies, and within one only where it is too long alone", () => {
  const parts = documentParts(manual, 4);
  expect(parts.map(({ policies }) => policies.map(({ title, clauses }) => [title, clauses.length]))).toEqual([
    [
      ["One", 3],
      ["Two", 1],
    ],
    [["Three", 4]],
    [["Three", 1]],
  ]);
  expect(parts[2]?.policies[0]?.isContinued).toBe(true);
  expect(parts.flatMap(({ policies }) => policies.flatMap(({ clauses }) => clauses))).toHaveLength(9);
});

test("an empty document has one page", () => {
  expect(documentParts({ ...manual, policies: [] })).toEqual([{ policies: [] }]);
});

test("a place in the text is found on its page, at the clause that holds it", () => {
  const parts = documentParts(manual, 4);
  expect(placeInParts(parts, 20)).toEqual({ part: 1, start: 20 });
  expect(placeInParts(parts, 27)).toEqual({ part: 1, start: 20 });
  expect(placeInParts(parts, 85)).toEqual({ part: 3, start: 80 });
  expect(placeInParts([], 5)).toBeUndefined();
});

const numbered = [
  { section: ["12 Use of Force", "12.4 Deadly force"], number: "12.4" },
  { section: ["246 FORCE", "I. POLICY"], number: "I." },
  { section: ["300.1 PURPOSE", "(a)"], number: "(a)" },
  { section: ["PROCEDURES", "3)"], number: "3)" },
  { section: ["SCOPE"], number: undefined },
  { section: [], number: undefined },
];

for (const { section, number } of numbered)
  test(`a clause under ${section.join(" › ") || "no section"} is numbered ${number ?? "not at all"}`, () => {
    expect(clauseNumber(clause(0, section), undefined)).toBe(number);
  });

test("the second sentence of a section does not repeat its number; each point of a list has its dot", () => {
  expect(clauseNumber(clause(9, ["I. POLICY"]), clause(0, ["I. POLICY"]))).toBeUndefined();
  expect(clauseNumber(clause(9, ["I. POLICY", "•"]), clause(0, ["I. POLICY", "•"]))).toBe("•");
});

test("after a list, the section around it does not begin anew; each item has its mark", () => {
  const sections = [
    ["1.1 TERMS"],
    ["1.1 TERMS"],
    ["1.1 TERMS", "(a)"],
    ["1.1 TERMS", "(b)"],
    ["1.1 TERMS"],
    ["1.2 AID", "(a)"],
  ];
  const clauses = sections.map((section, index) => clause(index, section));
  expect([...clauseNumbers(clauses)]).toEqual([
    [0, "1.1"],
    [2, "(a)"],
    [3, "(b)"],
    [5, "(a)"],
  ]);
});
