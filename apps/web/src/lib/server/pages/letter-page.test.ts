import { rivertonFindings, rivertonRelease } from "@evenhand/toolkit/report/fixtures/riverton-findings";
import { rivertonPolicy } from "@evenhand/toolkit/report/fixtures/riverton-policy";
import type { PolicyAnswers } from "@evenhand/toolkit/report/place-answers";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import type { OpenPlace } from "../place-index.ts";
import { letterPage, letterText } from "./letter-page.ts";

const place = { id: "riverton", name: "Riverton", folder: "" } as OpenPlace["place"];
const answers = { release: rivertonRelease, findings: rivertonFindings } as OpenPlace["answers"];
const open: OpenPlace = { place, answers };
const url = new URL("http://localhost/");

const pageIn = (language: "en" | "es", of = open) => {
  const { markup } = letterPage(of, { language, params: {}, url });
  return parseHTML(`<!doctype html><html><body>${markup}</body></html>`).document;
};

test("one heading of its own; the note and the letter to the agency, by the law of its state", () => {
  const document = pageIn("en");
  const articles = [...document.querySelectorAll("article")];
  expect(document.querySelectorAll("h1")).toHaveLength(1);
  expect(articles).toHaveLength(2);
  expect(articles[1]?.textContent).toContain("Minnesota Government Data Practices Act");
  expect(articles[1]?.textContent).toContain("De-escalation");
  expect(articles[1]?.textContent).toContain("[Date]");
});

test("in Spanish the letter stays English, between a Spanish note and a copy to read", () => {
  const languages = [...pageIn("es").querySelectorAll("article")].map((article) => article.getAttribute("lang"));
  expect(languages).toEqual(["es", "en", "es"]);
  expect(letterText(open, "es")).toContain("\\[Fecha\\]");
});

test("a state that is not known leaves the law to be filled in", () => {
  const { state: _, ...agency } = rivertonRelease.agency;
  const elsewhere = { ...answers, release: { ...rivertonRelease, agency } };
  expect(letterText({ place, answers: elsewhere }, "en")).toContain("fill in your state’s public records law");
});

test("where the department's own policy asks for an element, its words are quoted", () => {
  const asking = rivertonPolicy.links.filter(
    ({ role, stance, clauses }) => role === "record" && stance === "asks" && clauses.length > 0,
  );
  expect(asking.length).toBeGreaterThan(0);
  const beside = { en: rivertonPolicy, es: rivertonPolicy };
  const policy: PolicyAnswers = { beside, audit: {} as PolicyAnswers["audit"], texts: [] };
  const text = pageIn("en", { place, answers: { ...answers, policy } }).body.textContent ?? "";
  const quoted = asking.filter(({ clauses: [clause] }) => clause && text.includes(clause.text));
  expect(quoted.length).toBeGreaterThan(0);
});
