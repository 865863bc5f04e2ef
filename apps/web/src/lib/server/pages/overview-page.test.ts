import { knownFootprint } from "@evenhand/toolkit/analysis/footprint/footprint-list";
import { rivertonFootprint } from "@evenhand/toolkit/report/fixtures/footprint-findings";
import { rivertonChange, rivertonEvents } from "@evenhand/toolkit/report/fixtures/riverton-events";
import { rivertonFindings } from "@evenhand/toolkit/report/fixtures/riverton-findings";
import { mainChange } from "@evenhand/toolkit/report/words/change/main-change";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenPlace } from "../place-index.ts";
import { openFixturePlace, type SiteFixture, writeSiteFixture } from "../testing/site-fixture.ts";
import { overviewFindings } from "./overview-findings.ts";
import { overviewPage } from "./overview-page.ts";

const findings = [...rivertonFindings, ...rivertonChange, ...rivertonFootprint];
const provisions = ["define-force", "ban-chokeholds", "minimum-force", "define-necessary", "value-of-life"].map(
  (id) => ({
    id,
    verdict: id === "define-force" ? "required" : id === "ban-chokeholds" ? "contradicted" : "silent",
    question: { en: `Asked: ${id}?`, es: `¿${id}?` },
  }),
);

let site: SiteFixture;
let open: OpenPlace;

beforeAll(async () => {
  site = await writeSiteFixture();
  const { place, answers } = await openFixturePlace(site);
  open = {
    place: { ...place, summary: { ...place.summary, provisions } },
    answers: { ...answers, findings, events: rivertonEvents, footprint: knownFootprint },
  };
});
afterAll(() => site.close());

const page = (language: "en" | "es" = "en", shown = open) =>
  overviewPage(shown, { language, params: {}, url: new URL("http://site/") }).markup;

test("five findings at most stand on a place's page, each with its chart and the way to its own page", () => {
  const chosen = overviewFindings(findings);
  expect(chosen).toHaveLength(5);
  const change = mainChange(findings);
  expect(chosen.map(({ id }) => id)).toContain(change?.id);
  const markup = page();
  expect(markup.match(/class="finding"/g)).toHaveLength(5);
  for (const { id } of chosen)
    expect(markup).toContain(`/findings/${id.split("/").map(encodeURIComponent).join("/")}"`);
  expect(markup.match(/<figure>/g)).toHaveLength(5);
});

test("what cannot be said does not fill the five", () => {
  const unsayable = findings.map((finding) => ({ ...finding, shown: "cannot-say" as const }));
  expect(overviewFindings(unsayable).length).toBeLessThan(5);
});

test("what the policy lacks stands by name, the kind of answer before it", () => {
  const markup = page();
  expect(markup).toMatch(/<li>Nothing found that answers it: <a href="[^"]*\/policy\/audit\/minimum-force">/);
  expect(markup).toMatch(/<li>Contradicted: <a href="[^"]*\/policy\/audit\/ban-chokeholds">/);
  expect(markup).not.toContain("/policy/audit/define-force");
  expect(page("es")).toContain("/es/places/riverton/policy/audit/minimum-force");
});

test("each tested event has its three facts; without events it says that none were entered", () => {
  expect(page().match(/<ul class="facts">/g)?.length).toBeGreaterThan(0);
  const none = { ...open, answers: { ...open.answers, events: [], findings: rivertonFindings } };
  expect(page("en", none)).toContain("No dated changes were entered for this place.");
});
