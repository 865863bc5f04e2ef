import { knownFootprint } from "@evenhand/toolkit/analysis/footprint/footprint-list";
import { rivertonFootprint } from "@evenhand/toolkit/report/fixtures/footprint-findings";
import { rivertonChange, rivertonEvents } from "@evenhand/toolkit/report/fixtures/riverton-events";
import { rivertonFindings } from "@evenhand/toolkit/report/fixtures/riverton-findings";
import { html } from "@evenhand/toolkit/report/page/html";
import { questionIds } from "@evenhand/toolkit/report/page/question-sections";
import { afterAll, beforeAll, expect, test } from "vitest";
import { embedDocument } from "../findings/embed-document.ts";
import type { Asked } from "../page-load.ts";
import type { OpenPlace } from "../place-index.ts";
import { openFixturePlace, type SiteFixture, writeSiteFixture } from "../testing/site-fixture.ts";
import { changeEventPage } from "./change-event-page.ts";
import { changePage } from "./change-page.ts";
import { dataPage, releasePage } from "./data-pages.ts";
import { findingPage } from "./finding-page.ts";
import { forcePage, questionPage } from "./force-pages.ts";
import { headed, mainHeading } from "./headings.ts";
import { overviewPage } from "./overview-page.ts";
import { packetPage } from "./packet-page.ts";
import { reducePage } from "./reduce-page.ts";
import { releaseChangesPage } from "./release-changes-page.ts";
import { whatIfPage } from "./what-if-page.ts";

const findings = [...rivertonFindings, ...rivertonChange, ...rivertonFootprint];

let site: SiteFixture;
let open: OpenPlace;

beforeAll(async () => {
  site = await writeSiteFixture();
  const found = await openFixturePlace(site);
  open = { ...found, answers: { ...found.answers, findings, events: rivertonEvents, footprint: knownFootprint } };
});
afterAll(() => site.close());

const asked = (params: Asked["params"] = {}): Asked => ({ language: "en", params, url: new URL("http://site/") });

/** Ranks of the headings, in order. */
const ranks = (markup: string): readonly number[] =>
  Array.from(markup.matchAll(/<h([1-6])[\s>]/g), ([, rank]) => Number(rank));

/** Where a page's headings begin with another than the one of the first rank, or pass a rank over. */
const faults = (markup: string): readonly string[] =>
  ranks(markup).flatMap((rank, index, all) => {
    const before = all[index - 1] ?? 0;
    return rank > before + 1 || (rank === 1) !== (index === 0) ? [`h${before} is followed by h${rank}`] : [];
  });

test("every page's headings begin with one of the first rank and pass none over", async () => {
  const newest = open.place.summary.release;
  const pages = [
    overviewPage(open, asked()),
    forcePage(open, asked()),
    ...questionIds(findings).map((question) => questionPage(open, asked({ question }))),
    ...(await Promise.all(findings.map(({ id }) => findingPage(open, asked({ finding: id }))))),
    changePage(open, asked()),
    ...rivertonEvents.map(({ id }) => changeEventPage(open, asked({ event: id }))),
    reducePage(open, asked()),
    await whatIfPage(open, asked()),
    await dataPage(open, asked()),
    await releasePage(open, asked({ release: newest })),
    await releaseChangesPage(open, asked({ release: newest })),
    ...(["normal", "large", "projector"] as const).map((form) => packetPage(form)(open, asked())),
  ];
  expect(pages.length).toBeGreaterThan(30);
  for (const page of pages) {
    expect(page).toBeDefined();
    expect(faults(page?.markup ?? ""), page?.title).toEqual([]);
  }
});

test("an embedded finding has one heading, of the first rank", () => {
  for (const finding of findings)
    expect(ranks(embedDocument(finding, open, { language: "en", origin: "http://site" })), finding.id).toEqual([1]);
});

test("a fault would be seen", () => {
  expect(faults("<h1>a</h1><h3>b</h3>")).toEqual(["h1 is followed by h3"]);
  expect(faults("<h2>a</h2>")).toEqual(["h0 is followed by h2"]);
  expect(faults("<h1>a</h1><h2>b</h2><h1>c</h1>")).toEqual(["h2 is followed by h1"]);
});

test("a section's headings all rise together; a finding's sentence alone becomes the page's", () => {
  expect(headed(html`<h2 id="a">a</h2><h3>b</h3><h4>c</h4>`).markup).toBe('<h1 id="a">a</h1><h2>b</h2><h3>c</h3>');
  expect(mainHeading(html`<h4 class="said">a <b>b</b></h4><h4>c</h4>`).markup).toBe(
    '<h1 class="said">a <b>b</b></h1><h4>c</h4>',
  );
});
