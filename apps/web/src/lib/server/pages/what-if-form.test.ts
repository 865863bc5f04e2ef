import { knownFootprint } from "@evenhand/toolkit/analysis/footprint/footprint-list";
import { situationsFinding } from "@evenhand/toolkit/report/fixtures/footprint-findings";
import type { PlaceAnswers } from "@evenhand/toolkit/report/place-answers";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import type { OpenPlace } from "../place-index.ts";
import { askedOf } from "../what-if-asked.ts";
import { readyExamples, saidClasses, whatIfForm } from "./what-if-form.ts";

const place = { id: "riverton", name: "Riverton", folder: "" } as OpenPlace["place"];
const said = situationsFinding({});
const answers = { findings: [said], footprint: knownFootprint } as unknown as PlaceAnswers;
const open: OpenPlace = { place, answers };
const parsed = (markup: string) => parseHTML(`<!doctype html><html><body>${markup}</body></html>`).document;

test("only kinds of situation that hold force in the records can be chosen", () => {
  const held = said.rows.filter(({ figures }) => (figures?.wide ?? 0) > 0).map(({ key }) => key);
  expect(held.length).toBeGreaterThan(0);
  expect(saidClasses(answers).map(({ id }) => id)).toEqual(
    knownFootprint.classes.map(({ id }) => id).filter((id) => held.includes(id)),
  );
  const unsaid = { ...answers, findings: [{ ...said, shown: "cannot-say" as const }] };
  expect(saidClasses(unsaid)).toEqual([]);
});

test("every ready example is a plain path", () => {
  const links = [...parsed(readyExamples(open, [0.1, 0.5], "es").markup).querySelectorAll("a")];
  expect(links).toHaveLength(saidClasses(answers).length * 2);
  for (const link of links)
    expect(link.getAttribute("href")).toMatch(/^\/es\/places\/riverton\/reduce\/what-if\/[a-z_]+-(10|50)$/);
});

test("a wrong field keeps what was written, is marked, and says how it is written", () => {
  const asked = askedOf(new URLSearchParams('class=mental_health&share="><b>&backup=5'), knownFootprint);
  const { markup } = whatIfForm(open, asked, "en");
  const document = parsed(markup);
  const share = document.querySelector("#share");
  expect(markup).not.toContain("<b>");
  expect(share?.getAttribute("value")).toBe('"><b>');
  expect(share?.getAttribute("aria-invalid")).toBe("true");
  expect(document.querySelector(`#${share?.getAttribute("aria-describedby")}`)?.textContent).toContain("0 to 100");
  expect(document.querySelector("#backup")?.getAttribute("aria-invalid")).toBeNull();
  expect(document.querySelector("option[selected]")?.getAttribute("value")).toBe("mental_health");
});

test("every field has its label", () => {
  const document = parsed(whatIfForm(open, askedOf(new URLSearchParams(), knownFootprint), "en").markup);
  for (const field of document.querySelectorAll("input,select"))
    expect(document.querySelector(`label[for="${field.getAttribute("id")}"]`)).not.toBeNull();
});
