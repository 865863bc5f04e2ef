import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { catalogues } from "../words/catalogues.ts";
import { rivertonReview } from "./fixtures/riverton-review.ts";
import { renderReview } from "./render-review.ts";
import { statusOrder } from "./standing-section.ts";

describe.each(["en", "es"] as const)("the review in %s", (language) => {
  const html = renderReview({ ...rivertonReview, language });
  const { document } = parseHTML(html);
  const texts = catalogues[language];
  const of = (id: string) => document.querySelector(`#provision-${id}`)?.parentElement;

  test("is one file that asks for nothing, with one h1 and headings that skip no level", () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|src=|javascript:/i);
    const levels = [...document.querySelectorAll("h1,h2,h3,h4")].map(({ tagName }) => Number(tagName.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test("has ids that are used once, and no link that leads nowhere", () => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...document.querySelectorAll("a[href^='#']")].map((link) => link.getAttribute("href")?.slice(1));
    expect(targets).toHaveLength(1 + 3 + rivertonReview.provisions.length);
    expect(targets.filter((id) => !ids.includes(id ?? ""))).toEqual([]);
  });

  test("counts every status in words, what needs a person first, and without a score", () => {
    const said = [...document.querySelectorAll(".tally > li")].map(({ firstChild }) => firstChild?.textContent ?? "");
    expect(said).toHaveLength(statusOrder.length);
    for (const [index, status] of statusOrder.entries())
      expect(said[index]).toContain(String(texts[`review.status.${status}`]));
    expect(document.querySelector("#summary")?.parentElement?.textContent).not.toMatch(/%|\/\s*\d/);
  });

  test("while readers differ no verdict stands, and both are there with how they read", () => {
    const text = of("medical-aid")?.querySelector(".review")?.textContent ?? "";
    expect(text).toContain(String(texts["review.standing.none"]));
    expect(text).toMatch(/Ana <1>, (without seeing|sin ver)[^:]*09:30 UTC[^:]*: .*It says so\./);
    expect(text).toMatch(/Ben, (who saw|que vio)/);
    expect(text).toContain(String(texts["review.reader.no-reason"]));
  });

  test("says who decided, and keeps replies as they were written", () => {
    expect(of("intervene")?.textContent).toMatch(/(Decided by|Decidido por) Cy .*No exception\./);
    const replies = [...(of("intervene")?.querySelectorAll(".reply blockquote") ?? [])];
    expect(replies.map(({ textContent }) => textContent)).toEqual(["We <train> this.\nSecond line.", "Thank you."]);
    expect(of("choke")?.textContent).toMatch(/2 (readings of other documents|lecturas de otros documentos)/);
    expect(of("vehicles")?.textContent).toMatch(/(Not confirmed|Sin confirmar): /);
  });

  test("quotes clauses where the audit was given, and lists the history in order", () => {
    expect(of("medical-aid")?.querySelectorAll("mark")).toHaveLength(2);
    expect(of("intervene")?.textContent).toContain(String(texts["review.clauses.none"]));
    expect(of("shots")?.textContent).not.toContain(String(texts["review.clauses.none"]));
    const rows = [...document.querySelectorAll("tbody tr")].map((row) => row.children[3]?.textContent);
    expect(rows).toEqual(rivertonReview.events.map(({ kind }) => texts[`review.event.${kind}`]));
    expect(document.querySelector("#events")?.parentElement?.textContent).toContain("f".repeat(64));
  });

  test("what people write never becomes markup", () => {
    expect(html).toContain("We &lt;train&gt; this.");
    expect(html).not.toMatch(/<train>|<unsafe>|<1>/);
  });
});
