import type { Finding, Language } from "@evenhand/standard";
import { knownFootprint } from "@evenhand/toolkit/analysis/footprint/footprint-list";
import { outcomes, rateFinding } from "@evenhand/toolkit/report/fixtures/disparity-findings";
import { rivertonFootprint } from "@evenhand/toolkit/report/fixtures/footprint-findings";
import { rivertonChange, rivertonEvents } from "@evenhand/toolkit/report/fixtures/riverton-events";
import { rivertonFindings, rivertonRelease } from "@evenhand/toolkit/report/fixtures/riverton-findings";
import { rivertonPolicy } from "@evenhand/toolkit/report/fixtures/riverton-policy";
import { mainSentences } from "@evenhand/toolkit/report/main-sentences";
import type { PlaceAnswers, PolicyAnswers } from "@evenhand/toolkit/report/place-answers";
import { parseHTML } from "linkedom";
import { getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import type { OpenPlace } from "../place-index.ts";
import { makePacket } from "./packet.ts";
import { choosable, chosenFindings, mainChoice, mostChosen } from "./packet-choice.ts";
import { packetBrief, packetScreens } from "./packet-html.ts";
import { mostPages, packetPdf } from "./packet-pdf.ts";

const [higher] = Object.values(outcomes);
if (higher === undefined) throw new Error("invalid fixture; no outcome");
const findings: readonly Finding[] = [
  ...rivertonFindings,
  rateFinding(higher),
  ...rivertonChange,
  ...rivertonFootprint,
];
const summary = { release: "r", agency: rivertonRelease.agency } as OpenPlace["place"]["summary"];
const [rule, ...otherRules] = rivertonPolicy.rules;
if (rule === undefined) throw new Error("invalid fixture; no rule");
const policy = { ...rivertonPolicy, rules: [{ ...rule, verdict: "silent" as const }, ...otherRules] };
const both = { en: policy, es: policy };
const answers: PlaceAnswers = {
  formatVersion: 1,
  madeFrom: "test",
  release: rivertonRelease,
  findings,
  issues: [],
  isFictional: true,
  benchmarks: [],
  events: rivertonEvents,
  footprint: knownFootprint,
  policy: { beside: both, audit: {} as PolicyAnswers["audit"], texts: [] },
};
const open: OpenPlace = { place: { id: "riverton", name: "Riverton", folder: "", summary }, answers };
const packetOf = (chosen: readonly Finding[], language: Language = "en") =>
  makePacket(open, chosen, { language, origin: "https://force.example.org" });

describe("the choice of findings", () => {
  test("without a choice it is the place's main findings, and the address stays plain", () => {
    const choice = chosenFindings(findings, new URLSearchParams());
    expect(choice.findings.map(({ id }) => id)).toEqual(mainChoice(findings).map(({ id }) => id));
    expect(choice.findings.length).toBeGreaterThan(2);
    expect(choice.query).toBe("");
  });

  test("ids are taken in reading order, unknown ones passed over, no more than fit", () => {
    const ids = choosable(findings).map(({ id }) => id);
    const asked = (chosen: readonly string[]) => new URLSearchParams(chosen.map((id) => ["finding", id]));
    const two = chosenFindings(findings, asked(["../../x", ids[3] ?? "", ids[1] ?? ""]));
    expect(two.findings.map(({ id }) => id)).toEqual([ids[1], ids[3]]);
    expect(new URLSearchParams(two.query).getAll("finding")).toEqual([ids[1], ids[3]]);
    const all = chosenFindings(findings, asked(ids));
    expect(all.isCut).toBe(true);
    expect(all.findings).toHaveLength(mostChosen);
  });

  test("what cannot be said, and the gaps, cannot be chosen", () => {
    const able = choosable(findings);
    expect(able.filter(({ shown, question }) => shown === "cannot-say" || question === "gap")).toEqual([]);
    expect(new Set(able.map(({ id }) => id)).size).toBe(able.length);
  });
});

describe("what a packet holds", () => {
  test.each(["en", "es"] as const)("the main findings in the words of the report, %s", (language) => {
    const { findings: told } = packetOf(mainChoice(findings), language);
    const main = mainSentences(findings, language).join(" ");
    for (const { sentence } of told) expect(main).toContain(sentence);
  });

  test("questions name the elements that are missing, the policy's silence, and who answers", () => {
    const { questions } = packetOf(mainChoice(findings));
    expect(questions.join(" ")).toContain(rule.question);
    expect(questions.join(" ")).toContain("De-escalation");
    expect(questions.at(-1)).toContain("Who will answer");
    expect(new Set(questions).size).toBe(questions.length);
  });

  test("only the words used are explained", () => {
    const count = findings.filter(({ measure, unit }) => measure === "yearly-count" && unit === "incidents");
    expect(packetOf(count).terms.map(({ term }) => term)).toEqual(["Incident", "Not recorded", "Release"]);
    expect(packetOf([rateFinding(higher)]).terms.map(({ term }) => term)).toContain("Disparity");
  });
});

describe("as a page", () => {
  const all = chosenFindings(findings, new URLSearchParams()).findings;
  const page = (markup: string) => parseHTML(`<!doctype html><html><body>${markup}</body></html>`).document;

  test("the brief has one heading, a figure in both widths, and a code of its address", () => {
    const document = page(packetBrief(packetOf(all), "normal").markup);
    expect(document.querySelectorAll("h1")).toHaveLength(1);
    expect(document.querySelectorAll("svg.wide").length).toBe(document.querySelectorAll("svg.narrow").length);
    expect(document.querySelector("svg.qr title")?.textContent).toContain("https://force.example.org/places/riverton");
    expect(document.querySelectorAll("[style],script")).toHaveLength(0);
  });

  test("every screen is reached by links, and each says where it stands", () => {
    const document = page(packetScreens(packetOf(all)).markup);
    const screens = [...document.querySelectorAll(".screen")];
    expect(screens).toHaveLength(all.length + 4);
    const targets = [...document.querySelectorAll(".steps a")].map((link) => link.getAttribute("href")?.slice(1));
    for (const { id } of screens) expect(targets).toContain(id);
  });
});

type Node = { readonly role?: string; readonly alt?: string; readonly children?: readonly unknown[] };

/** Every node of a structure tree. */
const nodesOf = (node: unknown): readonly Node[] => {
  const own = node as Node;
  return [own, ...(own.children ?? []).flatMap(nodesOf)];
};

describe("as a PDF", () => {
  const six = chosenFindings(
    findings,
    new URLSearchParams(choosable(findings).map(({ id }) => ["finding", id])),
  ).findings;

  test.each([
    ["A4", "en", [595, 842]],
    ["LETTER", "es", [612, 792]],
  ] as const)(
    "%s, %s: tagged, in its language, with roles and words for pictures, short enough",
    async (paper, language, [width, height]) => {
      const packet = packetOf(six, language);
      const pdf = await packetPdf(packet, paper, "2026-11-02");
      const document = await getDocumentProxy(Uint8Array.from(pdf));
      const { info } = await document.getMetadata();
      const pages = await Promise.all(Array.from({ length: document.numPages }, (_, at) => document.getPage(at + 1)));
      const trees = await Promise.all(pages.map((page) => page.getStructTree()));
      const content = await Promise.all(pages.map((page) => page.getTextContent()));
      const text = content.flatMap(({ items }) => items.map((item) => ("str" in item ? item.str : ""))).join(" ");
      const roles = JSON.stringify(trees);
      expect(document.numPages).toBeGreaterThan(1);
      expect(document.numPages).toBeLessThanOrEqual(mostPages);
      expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
      expect(info).toMatchObject({ Title: packet.title, Language: language });
      expect(pages[0]?.view.slice(2).map(Math.round)).toEqual([width, height]);
      for (const role of ["H1", "H2", "L", "LI", "LBody", "Figure"]) expect(roles).toContain(`"role":"${role}"`);
      const figures = trees.flatMap((tree) => nodesOf(tree)).filter(({ role }) => role === "Figure");
      expect(figures.length).toBe(packet.findings.filter(({ figure }) => figure).length + 1);
      expect(figures.filter(({ alt = "" }) => alt.length < 20)).toEqual([]);
      const squeezed = text.replace(/\s+/g, "");
      for (const { sentence } of packet.findings)
        expect(squeezed).toContain(sentence.replace(/\s+/g, "").replaceAll("−", "–"));
      expect(squeezed).toContain(packet.address);
    },
  );

  test("the same packet gives the same bytes", async () => {
    const packet = packetOf(mainChoice(findings).slice(0, 2));
    const [one, other] = [await packetPdf(packet, "A4", "2026-11-02"), await packetPdf(packet, "A4", "2026-11-02")];
    expect(Buffer.compare(one, other)).toBe(0);
  });
});
