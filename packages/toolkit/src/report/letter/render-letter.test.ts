import { elementIds } from "@evenhand/standard";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { rivertonFinding, rivertonFindings, rivertonRelease } from "../fixtures/riverton-findings.ts";
import { findRecordsLaw } from "./records-law.ts";
import { type Letter, renderLetter } from "./render-letter.ts";
import requested from "./requested-fields.json" with { type: "json" };

const base: Letter = {
  release: rivertonRelease,
  findings: rivertonFindings,
  state: "IL",
  language: "en",
  format: "markdown",
  today: "2026-11-23",
};
const check = "Check this before sending";

describe("the letter", () => {
  const letter = renderLetter(base);

  test("names each missing or partly collected element, its fields and codes, and no collected one", () => {
    expect(letter).toContain("**De-escalation.** The files hold no usable value.");
    expect(letter).toContain("person.deescalation\\_used");
    expect(letter).toContain("Crisis team requested");
    expect(letter).toContain("**Race or ethnicity.** The files hold a usable value for 412 of 465 people (89%)");
    expect(letter).not.toContain("**Types of force.**");
  });

  test("names the dates, the form wanted, the report form, the definitions, fees and time", () => {
    for (const part of [
      "January 3, 2019 to December 29, 2021",
      "CSV or XLSX",
      "One row for each officer, each person and each type of force",
      "data dictionary",
      "blank",
      "which force must be reported",
      "fee",
      "5 business days",
    ]) {
      expect(letter).toContain(part);
    }
  });

  test("has places to fill in for what is not known of the sender", () => {
    expect(letter).toContain("\\[Your name\\]");
    expect(renderLetter({ ...base, requester: { name: "Ada Rivers" } })).toContain("Ada Rivers");
  });
});

test("a verified law is named with its source; one that is not says to check it, in the letter itself", () => {
  const illinois = renderLetter(base);
  expect(illinois).toContain("5 ILCS 140");
  expect(illinois).not.toContain(check);
  const [, georgia = ""] = renderLetter({ ...base, state: "GA" }).split("\n---\n");
  expect(georgia).toContain(check);
  const [, unknown = ""] = renderLetter({ ...base, state: "Atlantis" }).split("\n---\n");
  expect(unknown).toContain("name and citation of your state’s public records law");
  expect(unknown).toContain(check);
  expect(renderLetter({ ...base, state: "VA" })).toContain("gives the right to residents or citizens");
});

test("on a page the source of the law can be followed, without the mark that ends its sentence", () => {
  const { document } = parseHTML(renderLetter({ ...base, state: "LA", format: "html" }));
  const [link] = [...document.querySelectorAll("article a")];
  expect(link?.getAttribute("href")).toBe(findRecordsLaw("LA")?.source);
  expect(link?.textContent).toBe(findRecordsLaw("LA")?.source);
});

test("in Spanish the letter stays English, with a Spanish note before and a copy after", () => {
  const [note = "", letter = "", copy = ""] = renderLetter({ ...base, language: "es" }).split("\n---\n");
  expect(note).toContain("Antes de enviar esta carta");
  expect(letter).toContain("Dear records officer:");
  expect(copy).toContain("Copia de lectura");
  expect(copy).toContain("Desescalada");
});

test("as HTML it says the language of each part and escapes what people typed", () => {
  const html = renderLetter({ ...base, language: "es", format: "html", requester: { name: "<b>Eve</b>" } });
  const { document } = parseHTML(html);
  expect([...document.querySelectorAll("article")].map((part) => part.getAttribute("lang"))).toEqual([
    "es",
    "en",
    "es",
  ]);
  expect(document.querySelectorAll("article b")).toHaveLength(0);
  expect(document.querySelectorAll("h1")).toHaveLength(1);
});

test("typed Markdown is put out of action", () => {
  expect(renderLetter({ ...base, requester: { name: "*a* [x](http://y)" } })).toContain("\\*a\\* \\[x\\]");
});

test("with nothing missing it does not claim that something is", () => {
  const findings = [
    rivertonFinding({
      question: "gap",
      measure: "race",
      element: "race",
      status: "collected",
      unit: "people",
      rows: [],
      denominator: 5,
      total: 5,
    }),
  ];
  expect(renderLetter({ ...base, findings })).toContain("hold every element");
});

test("every element has fields to ask for", () => {
  expect(Object.keys(requested).toSorted()).toEqual([...elementIds].toSorted());
  const findings = elementIds.map((element) =>
    rivertonFinding({
      question: "gap",
      measure: element,
      element,
      status: "not_collected",
      unit: "people",
      rows: [],
      denominator: 0,
      total: 9,
    }),
  );
  const letter = renderLetter({ ...base, findings });
  for (const ids of Object.values(requested)) for (const id of ids) expect(letter).toContain(id.replaceAll("_", "\\_"));
  expect(letter).toContain("Firearm pointed");
});

describe("with the agency's own policy", () => {
  const clause = {
    document: "force.pdf",
    page: 7,
    section: ["300.5"],
    leadIn: "The report shall state:",
    text: "calming tried",
  };
  const letter = renderLetter({ ...base, format: "html", ownClauses: { deescalation: clause, force_types: clause } });

  test("quotes the clause beside the missing element, with its place, and nowhere else", () => {
    const quote =
      "Your own policy says (force.pdf, page 7, section 300.5): “The report shall state: […] calming tried”";
    expect(parseHTML(letter).document.documentElement.textContent?.split(quote)).toHaveLength(2);
  });

  test("asks the sender to read the clauses first; without clauses it does not", () => {
    expect(letter).toContain("a program chose the clauses");
    expect(renderLetter({ ...base, ownClauses: {} })).toBe(renderLetter(base));
  });
});
