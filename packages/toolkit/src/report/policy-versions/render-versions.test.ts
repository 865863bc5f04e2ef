import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { catalogues } from "../words/catalogues.ts";
import { changeOrder } from "./change-order.ts";
import { rivertonVersions } from "./fixtures/riverton-versions.ts";
import { renderVersions } from "./render-versions.ts";
import type { ListedChange, VersionsPage } from "./versions-page.ts";

const render = (more: Partial<VersionsPage> = {}) => renderVersions({ ...rivertonVersions, ...more });
const read = (html: string) => parseHTML(html).document;

describe.each(["en", "es"] as const)("two versions in %s", (language) => {
  const html = render({ language });
  const document = read(html);
  const texts = catalogues[language];
  const text = (selector: string) => document.querySelector(selector)?.textContent ?? "";

  test("is one file that asks for nothing", () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|src=|javascript:/i);
    expect(document.documentElement.getAttribute("lang")).toBe(language);
  });

  test("has one h1, headings that skip no level, ids used once and no link that leads nowhere", () => {
    const levels = [...document.querySelectorAll("h1,h2,h3,h4")].map(({ tagName }) => Number(tagName.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...document.querySelectorAll("a[href^='#']")].map((link) => link.getAttribute("href")?.slice(1));
    expect(targets.length).toBeGreaterThan(5);
    expect(targets.filter((id) => !ids.includes(id ?? ""))).toEqual([]);
  });

  test("shows what was lost first and names what stayed at the end", () => {
    const rules = [...document.querySelectorAll("article.rule h3")].map(({ id }) => id);
    expect(rules).toEqual(["rule-lost", "rule-aid", "rule-gained", "rule-firm", "rule-unclear", "rule-both-ways"]);
    expect(text("details.same")).toContain("Question kept?");
    expect(text("details.same")).toContain(String(texts["versions.same.reworded"]));
    expect(document.querySelectorAll(".tally > li")).toHaveLength(changeOrder.length);
  });

  test("puts both versions side by side, with the words that came and went", () => {
    const part = document.querySelector("#rule-aid")?.parentElement;
    const sides = [...(part?.querySelectorAll(".side") ?? [])];
    expect(sides.map((side) => side.querySelector("mark")?.textContent)).toEqual(["promptly", "if feasible"]);
    expect(sides.map((side) => side.querySelector("cite")?.textContent)).toEqual([
      "force <2018>.pdf",
      "force <2021>.pdf",
    ]);
    expect(part?.querySelector(".lead-in")?.textContent).toBe("Officers shall:");
    const paragraphs = [...(part?.querySelectorAll("p") ?? [])].map(({ textContent }) => textContent ?? "");
    for (const words of ["if feasible", "promptly"])
      expect(paragraphs.some((said) => said.includes(language === "es" ? `«${words}»` : `“${words}”`))).toBe(true);
  });

  test("marks a reworded clause by line and by word; without the marks both wordings are there", () => {
    const item = [...document.querySelectorAll(".change")].find(
      (one) => one.querySelector("ins") && one.querySelector("del"),
    );
    expect(item?.querySelector(".kind")?.textContent).toBe(texts["versions.kind.reworded-moved"]);
    expect(item?.querySelector("del .hidden")?.textContent).toContain(String(texts["versions.mark.removed"]));
    for (const label of item?.querySelectorAll(".hidden") ?? []) {
      expect(label.getAttribute("lang")).toBe(language);
      label.remove();
    }
    expect(item?.querySelector("ins")?.textContent).toBe("shall");
    expect(item?.querySelector("del")?.textContent).toBe("should");
    for (const removed of item?.querySelectorAll("del") ?? []) removed.remove();
    expect(item?.querySelector("blockquote")?.textContent?.replaceAll(/\s+/g, " ")).toBe(
      "Officers shall give a warning.",
    );
  });

  test("says each kind of change in words, and where the clause stands in each version", () => {
    const kinds = [...document.querySelectorAll(".change .kind")].map(({ textContent }) => textContent);
    for (const kind of ["removed", "added", "reworded-moved", "moved"])
      expect(kinds).toContain(texts[`versions.kind.${kind}`]);
    const moved = [...document.querySelectorAll(".change figcaption")].at(-1)?.textContent ?? "";
    expect(moved).toContain(`${texts["versions.place.before"]} force <2018>.pdf`);
    expect(moved).toContain("310 Forms");
  });

  test("gives dates as the headers state them, or says that there are none", () => {
    const section = document.querySelector("#documents")?.parentElement?.textContent ?? "";
    expect(section).toMatch(language === "es" ? /29 de mayo de 2018/ : /May 29, 2018/);
    expect(section).toContain("2016");
    expect(section).toMatch(/2015.*2019/);
    const [first] = rivertonVersions.after;
    if (first === undefined) throw new Error("no version");
    const { effective: _, ...undated } = { ...first, isGiven: false };
    expect(render({ language, after: [undated] })).toContain(String(texts["versions.date.none"]));
  });

  test("warns of what makes the whole comparison doubtful, and only then", () => {
    for (const caution of rivertonVersions.cautions)
      expect(text("#comparison")).toContain(String(texts[`versions.caution.${caution}`]));
    expect(render({ language, cautions: [] })).not.toContain('class="caution"');
  });

  test("one document on each side is not named again and again; nothing changed is said", () => {
    const [pair] = rivertonVersions.pairs;
    const alone = render({
      language,
      removed: [],
      added: [],
      movedBetween: [],
      ...(pair ? { pairs: [{ ...pair, changes: [] }] } : {}),
      provisions: rivertonVersions.provisions.slice(0, 1),
    });
    expect(alone).toContain(String(texts["versions.provisions.none"]));
    expect(alone).not.toContain(String(texts["versions.changes.same"]));
  });

  test("many changes are folded by section, few are open", () => {
    const added = (index: number): ListedChange => {
      const [, one] = rivertonVersions.pairs[0]?.changes ?? [];
      if (one?.kind !== "added") throw new Error("no added clause");
      return { kind: "added", after: { ...one.after, section: [`${Math.floor(index / 10)} Part`] } };
    };
    const [pair] = rivertonVersions.pairs;
    if (pair === undefined) throw new Error("no pair");
    const many = read(
      render({
        language,
        movedBetween: [],
        pairs: [{ ...pair, changes: Array.from({ length: 30 }, (_, index) => added(index)) }],
      }),
    );
    const folds = [...many.querySelectorAll("#changes ~ details")];
    expect(folds.map((fold) => fold.hasAttribute("open"))).toEqual([false, false, false]);
    expect(folds[0]?.querySelector("summary")?.textContent).toMatch(/^0 Part: 10 /);
    expect(document.querySelector("#changes ~ details")?.hasAttribute("open")).toBe(true);
  });
});

test("text of documents never becomes markup", () => {
  const html = render();
  expect(html).toContain("force &lt;2018&gt;.pdf");
  expect(html).not.toMatch(/<an>|<2018>/);
});
