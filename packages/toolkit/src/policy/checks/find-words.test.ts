import { expect, test } from "vitest";
import { findExceptions } from "./find-exceptions.ts";
import { findHedges } from "./find-hedges.ts";
import { findReferences } from "./find-references.ts";
import { readScopes } from "./read-scopes.ts";

const words = (marks: readonly { text: string }[]): string[] => marks.map(({ text }) => text);

test("exceptions are quoted as written", () => {
  expect(words(findExceptions("Never fire at a car unless deadly force is justified."))).toEqual([
    "unless deadly force is justified",
  ]);
  expect(words(findExceptions("Unless deadly force is justified, never fire."))).toEqual([
    "Unless deadly force is justified",
  ]);
  expect(words(findExceptions("It may only be used when a life is at risk."))).toEqual(["when a life is at risk"]);
  expect(words(findExceptions("Force by means other than the vehicle."))).toEqual([]);
  expect(words(findExceptions("Chokeholds are banned without exception."))).toEqual([]);
});

test.each([
  ["Officers shall render aid if feasible.", "if feasible"],
  ["When practicable, a warning is given.", "When practicable"],
  ["Aid shall be called as soon as practical.", "as soon as practical"],
  ["They shall, when in a position to do so, intercede.", "when in a position to do so"],
  ["Officers shall attempt to calm the person.", "shall attempt to"],
  ["Intervene whenever it is safe.", "whenever it is safe"],
])("%s has the hedge “%s”", (text, hedge) => {
  expect(words(findHedges(text))).toContain(hedge);
});

test("a plain duty has no hedge", () => {
  expect(findHedges("Officers must call an ambulance for any injured person.")).toEqual([]);
});

test("references to other documents, not to this one", () => {
  expect(words(findReferences("Members shall intervene (See Policy 319)."))).toEqual(["See Policy 319"]);
  expect(words(findReferences("Reports are kept in accordance with General Order 4-12."))).toEqual([
    "in accordance with General Order 4-12",
  ]);
  expect(findReferences("Force is used in accordance with this policy.")).toEqual([]);
});

test("scopes from words and from titles", () => {
  expect([...readScopes("The TASER may be used on a fleeing suspect.", []).inWords].toSorted()).toEqual([
    "fleeing",
    "less-lethal",
  ]);
  expect([...readScopes("Officers shall calm the person.", ["412 Mental health calls"]).inTitles]).toEqual([
    "mental-health",
  ]);
});
