import type { Finding, Language, PolicyEvent } from "@evenhand/standard";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { seriesFixture } from "../fixtures/change-findings.ts";
import { rivertonChange, rivertonEvents } from "../fixtures/riverton-events.ts";
import { rivertonFindings, rivertonRelease } from "../fixtures/riverton-findings.ts";
import { findingAnchor } from "./anchors.ts";
import { renderReport } from "./render-report.ts";

const read = (
  findings: readonly Finding[] = rivertonChange,
  events: readonly PolicyEvent[] = rivertonEvents,
  language: Language = "en",
) => parseHTML(renderReport({ findings, release: rivertonRelease, language, events })).document;
const sectionOf = (document: ReturnType<typeof read>) => document.querySelector('section[aria-labelledby="change"]');
const texts = (part: ReturnType<typeof sectionOf> | undefined, selector: string) =>
  [...(part?.querySelectorAll(selector) ?? [])].map(({ textContent }) => textContent);

describe("what changed after", () => {
  const section = sectionOf(read());

  test("has one part an event that was asked, in order of time, after the timeline", () => {
    expect(texts(section, "h2")).toEqual(["What changed after"]);
    expect(texts(section, "h3")).toEqual([
      "All events, in order of time",
      "1. Neck restraints banned",
      "4. De-escalation training for all officers, in groups of twenty, over three months",
      "5. Crisis teams answer calls",
      "6. Foot pursuits limited",
    ]);
  });

  test("lists every event with its dates and its source, the untested and the undated too", () => {
    const rows = texts(section?.querySelector("table") ?? undefined, "tbody tr");
    expect(rows).toHaveLength(rivertonEvents.length);
    expect(rows[2]).toContain("New use-of-force form");
    expect(rows[2]).toContain("Records office");
    expect(rows[5]).toContain("no date known");
  });

  test("asks of recording first, then how many, what kind and on whom, and ends with what else happened", () => {
    const [event] = section?.querySelectorAll(".event") ?? [];
    expect(texts(event, ".kicker").slice(0, 4)).toEqual([
      "Was it recorded in the same way?",
      "How many",
      "What kind of force",
      "On whom",
    ]);
    expect(texts(event, "dl.short dt")).toEqual(["How many", "What kind", "On whom"]);
    expect(event?.querySelector(".others")?.textContent).toContain(
      "A new chief takes office (August 2020); New use-of-force form",
    );
  });

  test("has every finding once, at an address others can point to", () => {
    for (const { id } of rivertonChange) expect(section?.querySelectorAll(`#${findingAnchor(id)}`), id).toHaveLength(1);
  });

  test("gives every chart a table with the same numbers", () => {
    for (const figure of section?.querySelectorAll(".finding figure") ?? []) {
      const finding = figure.closest(".finding");
      expect(finding?.querySelectorAll("table").length, finding?.id).toBeGreaterThan(0);
    }
    const months = section?.querySelector(`#${findingAnchor("change/total@neck/people")} table`);
    expect(texts(months ?? undefined, "tbody tr")).toHaveLength(30);
    expect(texts(months ?? undefined, "thead th")).toEqual([
      "Month",
      "Number of people",
      "Expected",
      "95 in 100 months",
      "Note",
    ]);
    expect(texts(months ?? undefined, "tbody tr").filter((row) => /no data|left out/.test(row ?? ""))).toHaveLength(2);
  });

  test("opens the table of a mix with what it is about, and has all lines folded below", () => {
    const kinds = section?.querySelector(`#${findingAnchor("change/kinds@neck/force")}`);
    const [open, all] = [...(kinds?.querySelectorAll("table") ?? [])];
    expect(texts(open, "tbody th").slice(0, 2)).toEqual(["What it is about", "Everything else"]);
    expect(texts(all, "tbody th")).toHaveLength(12);
    expect(all?.closest("details")).not.toBeNull();
  });

  test("says of every ratio across a change in recording that it is not compared", () => {
    const kinds = section?.querySelector(`#${findingAnchor("change/kinds@training/force")}`);
    expect(texts(kinds ?? undefined, "thead th")).toEqual(["Line", "Before", "After", "Share before", "Share after"]);
  });

  test("never shows an unfilled or broken text", () => {
    expect(section?.textContent).not.toMatch(/NaN|undefined|null|\[object|\{\w+\}|Infinity/);
  });
});

test("has heads of one level after the other", () => {
  const levels = texts(sectionOf(read()) ?? undefined, "h2,h3,h4").length;
  expect(levels).toBeGreaterThan(15);
  const heads = [...(sectionOf(read())?.querySelectorAll("h2,h3,h4") ?? [])].map(({ tagName }) =>
    Number(tagName.slice(1)),
  );
  expect(heads.every((level, index) => index === 0 || level - (heads[index - 1] ?? 0) <= 1)).toBe(true);
});

test("is linked from the list of parts, and stands even when all events are only listed", () => {
  const others = rivertonEvents.filter(({ kind }) => kind === "other" || kind === "recording");
  const document = read(rivertonFindings, others);
  expect(document.querySelector('nav a[href="#change"]')?.textContent).toBe("What changed after");
  expect(texts(sectionOf(document), "tbody tr")).toHaveLength(2);
  expect(sectionOf(document)?.querySelectorAll(".event")).toHaveLength(0);
  expect(sectionOf(read(rivertonFindings, []))).toBeNull();
});

test("without the events themselves, lists those that findings speak of and says nothing of others", () => {
  const section = sectionOf(read(rivertonChange, []));
  expect(texts(section, "h3")).toHaveLength(5);
  expect(texts(section?.querySelector("table") ?? undefined, "tbody tr")).toHaveLength(4);
  expect(section?.querySelector(".others")).toBeNull();
});

test("in Spanish, marks what has no Spanish as English", () => {
  const section = sectionOf(read(rivertonChange, rivertonEvents, "es"));
  expect(texts(section, "h2")).toEqual(["Qué cambió después"]);
  expect(texts(section, "h3 [lang=en]")).toEqual([
    "De-escalation training for all officers, in groups of twenty, over three months",
    "Foot pursuits limited",
  ]);
});

test("writes what was entered as text, never as markup", () => {
  const what = { en: "<script>alert(1)</script> & more" };
  const events = [{ id: "neck", kind: "policy", what, effective: "2020-06-15", source: "<b>bold</b>" }] as const;
  const page = renderReport({ findings: [seriesFixture()], events, release: rivertonRelease, language: "en" });
  expect(page).not.toMatch(/<script|<b>bold/);
});

test("a date that is none breaks nothing", () => {
  const events = [
    { id: "neck", kind: "policy", what: { en: "Spring rule" }, effective: "spring", source: "" },
  ] as const;
  const finding = seriesFixture({ values: { eventDate: "spring" } });
  expect(sectionOf(read([finding], events))?.textContent).toContain("No event has a date that could be drawn");
});
