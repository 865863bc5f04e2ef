import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { catalogues } from "../words/catalogues.ts";
import type { AuditPage } from "./audit-page.ts";
import { rivertonAudit } from "./fixtures/riverton-audit.ts";
import { renderAudit } from "./render-audit.ts";
import { verdictOrder } from "./verdict-text.ts";

const render = (more: Partial<AuditPage> = {}) => renderAudit({ ...rivertonAudit, ...more });
const read = (html: string) => parseHTML(html).document;

describe.each(["en", "es"] as const)("the audit in %s", (language) => {
  const html = render({ language });
  const document = read(html);
  const texts = catalogues[language];

  test("is one file that asks for nothing", () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|src=|javascript:/i);
    expect(document.documentElement.getAttribute("lang")).toBe(language);
  });

  test("has one h1 and headings that skip no level", () => {
    const levels = [...document.querySelectorAll("h1,h2,h3,h4")].map(({ tagName }) => Number(tagName.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test("has ids that are used once, and no link that leads nowhere", () => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...document.querySelectorAll("a[href^='#']")].map((link) => link.getAttribute("href")?.slice(1));
    expect(targets.length).toBe(1 + 1 + 7 + rivertonAudit.rules.length);
    expect(targets.filter((id) => !ids.includes(id ?? ""))).toEqual([]);
    expect(document.querySelector("a.skip")?.getAttribute("href")).toBe("#audit");
  });

  test("says every verdict in words, and counts without a score", () => {
    const titles = verdictOrder.map((verdict) => texts[`audit.verdict.${verdict}`]);
    const said = [...document.querySelectorAll(".verdict")].map(({ textContent }) => textContent ?? "");
    for (const title of titles) expect(said.some((text) => text.includes(String(title)))).toBe(true);
    expect(document.querySelectorAll(".tally > li")).toHaveLength(verdictOrder.length);
    expect(document.querySelector("#summary")?.parentElement?.textContent).not.toMatch(/%|\/\s*\d/);
  });

  test("says at its top how many documents could not be read, and nothing where all were", () => {
    const said = { en: "1 of 3 documents could not be read", es: "1 de 3 documentos no se pudo leer" }[language];
    expect(html.indexOf(said)).toBeGreaterThan(0);
    expect(html.indexOf(said)).toBeLessThan(html.indexOf('id="summary"'));
    const all = rivertonAudit.documents.filter(({ unreadable }) => unreadable === undefined);
    expect(render({ language, documents: all })).not.toMatch(/could not be read|no se pud/);
  });

  test("counts what people settled as they settled it, and says how much that is", () => {
    const [first, ...others] = rivertonAudit.rules;
    if (first === undefined) throw new Error("no rule");
    const review = { says: "", readers: [], replies: [], otherReadings: 0 };
    const changed = { ...first, review: { ...review, status: "confirmed", verdict: "contradicted" } } as const;
    const differing = others.map((rule) =>
      rule.id === "silent" ? { ...rule, review: { ...review, status: "readers-differ" } as const } : rule,
    );
    const summary = read(render({ language, rules: [changed, ...differing] })).querySelector("#summary")?.parentElement;
    const groups = [...(summary?.querySelectorAll(".tally > li") ?? [])].map(({ textContent }) => textContent ?? "");
    expect(groups.some((text) => text.includes(String(texts["audit.verdict.required"])))).toBe(false);
    const contradicted = groups.find((text) => text.includes(String(texts["audit.verdict.contradicted"])));
    expect(contradicted).toMatch(/2 (questions|preguntas).*intervene/);
    expect(groups.at(-1)).toContain(String(texts["review.status.readers-differ"]));
    expect(summary?.textContent).toMatch(/(settled 1 of 6|resolvieron 1 de 6)/);
    expect(document.querySelector("#summary")?.parentElement?.textContent).not.toMatch(/settled|resolvieron/);
  });

  test("quotes as written, in English, with exactly the words that weaken it marked", () => {
    const rule = document.querySelector("#rule-medical-aid")?.parentElement;
    const quote = rule?.querySelector("blockquote:not(.lead-in)");
    expect(quote?.getAttribute("lang")).toBe("en");
    const marks = [...(quote?.querySelectorAll("mark") ?? [])];
    expect(marks.map(({ textContent, className }) => [className, textContent])).toEqual([
      ["hedge", "if feasible"],
      ["exception", "unless <unsafe> & near"],
    ]);
    for (const label of quote?.querySelectorAll(".hidden") ?? []) {
      expect(label.getAttribute("lang")).toBe(language);
      label.remove();
    }
    expect(quote?.textContent).toBe(rivertonAudit.rules[1]?.clauses[0]?.text);
    expect(rule?.querySelector("figcaption")?.textContent).toContain("if feasible");
    expect(rule?.querySelector(".lead-in")?.textContent).toBe("Officers shall:");
  });

  test("places a clause by document, page and section", () => {
    const caption = document.querySelector("#rule-medical-aid")?.parentElement?.querySelector("figcaption");
    expect(caption?.textContent).toContain("force <1>.pdf");
    expect(caption?.textContent).toMatch(/(page|página) 7, (section|sección) 300 Force › 300\.4 Aid/);
  });

  test("asks for wording unless it is required, and says where it looked when silent", () => {
    const of = (id: string) => document.querySelector(`#rule-${id}`)?.parentElement?.textContent ?? "";
    expect(of("intervene")).not.toContain(String(texts["audit.wording"]));
    expect(of("silent")).toContain(String(texts["audit.wording"]));
    expect(of("silent")).toContain("Looked through all 120 clauses of force <1>.pdf");
    expect(of("unclear")).toMatch(/120.*force <1>\.pdf.*12\b/);
    expect(of("silent")).toContain(String(texts["audit.sources.known"]));
  });

  test("names what was read and what was not, with the reason", () => {
    const section = document.querySelector("#documents")?.parentElement?.textContent ?? "";
    expect(section).toContain("aaaaaaaaaaaa…");
    expect(section).toContain(String(texts["audit.reason.encrypted"]));
    expect(section).toMatch(/97\s?%/);
  });

  test("shows what does not fit together side by side, the stricter first, and says where", () => {
    const section = document.querySelector("#consistency")?.parentElement;
    const sides = [...(section?.querySelectorAll(".sides") ?? [])][0];
    expect(
      [...(sides?.querySelectorAll("blockquote:not(.lead-in)") ?? [])].map(({ textContent }) => textContent),
    ).toEqual(["Officers shall not use neck holds <ever>.", "A neck hold may be used on a fleeing person."]);
    expect(sides?.textContent).toContain(String(texts["audit.consistency.prohibited-and-permitted.first"]));
    expect(section?.textContent).toContain(String(texts["audit.consistency.across"]));
    const title = { en: "Possible contradictions", es: "Posibles contradicciones" }[language];
    expect(document.querySelector("#consistency")?.textContent).toBe(title);
    expect(section?.textContent).toMatch(/A person must read both clauses|Una persona debe leer las dos cláusulas/);
    expect(section?.textContent).toMatch(/17\s?%.*36\s?%/);
    const gaps = document.querySelector("#gaps")?.parentElement?.textContent;
    for (const words of ["police dog", "SOP 46.2"]) {
      expect(gaps).toContain(words);
      expect(section?.textContent).not.toContain(words);
    }
    const none = read(render({ language, consistency: [] })).querySelector("#consistency")?.parentElement;
    expect(none?.textContent).toContain(String(texts["audit.consistency.none"]));
    expect(none?.textContent).not.toMatch(/17\s?%/);
    expect(render({ language, consistency: [] })).not.toContain('id="gaps"');
  });

  test("says how the form was read: field, state, label words, and what no rule knows", () => {
    const section = document.querySelector("#form")?.parentElement;
    const rows = [...(section?.querySelectorAll("tbody tr") ?? [])].map(({ textContent }) => textContent ?? "");
    expect(rows[0]).toContain("Race <R/S>");
    expect(rows[1]).toContain(String(texts["audit.form.state.not_collected"]));
    expect(rows[2]).toContain(String(texts["audit.form.state.unknown"]));
    expect(section?.textContent).toContain("Box <7>");
    expect(section?.textContent).toContain("See the arrest report");
    expect(section?.textContent).toMatch(/(not found|no se hallaron): Death\./);
  });

  test("shows all of clarity: grades, lengths, duties without an actor, jargon with plain words, undefined terms", () => {
    const text = document.querySelector("#clarity")?.parentElement?.textContent ?? "";
    for (const figure of [/14[.,]2/, /15[.,]1/, /9[.,]3/, /31\s?%/, /23[.,]4/, /\b44\b/, /34\s?%/])
      expect(text).toMatch(figure);
    for (const word of ["utilize", "feasible", "Exigency"]) expect(text).toContain(word);
    const marks = [...(document.querySelector("#clarity")?.parentElement?.querySelectorAll("mark.found") ?? [])];
    expect(marks.map(({ textContent }) => textContent)).toEqual(["shall be reported", "Utilize"]);
  });

  test("without clarity it has no such part; yes and no only where asked", () => {
    const { clarity: _, ...page } = rivertonAudit;
    const plain = renderAudit({ ...page, language });
    expect(plain).not.toContain('id="clarity"');
    expect(plain).not.toContain(String(texts["audit.present.yes"]));
    const [first] = rivertonAudit.rules;
    const binary = render({ language, rules: first ? [{ ...first, present: true }] : [] });
    expect(binary).toContain(String(texts["audit.present.yes"]));
  });
});

test("text of documents never becomes markup", () => {
  const html = render();
  expect(html).toContain("force &lt;1&gt;.pdf");
  expect(html).not.toMatch(/<unsafe>|<1>/);
});
