import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { rivertonFindings, rivertonRelease } from "../fixtures/riverton-findings.ts";
import { rivertonPolicy } from "../fixtures/riverton-policy.ts";
import { catalogues } from "../words/catalogues.ts";
import { openWords } from "../words/words.ts";
import type { LinkBeside } from "./policy-beside.ts";
import { policySentences } from "./policy-sentences.ts";
import { renderReport } from "./render-report.ts";

const base = { findings: rivertonFindings, release: rivertonRelease, issues: [] };
const links = rivertonPolicy.links;
const linkOf = (id: string): LinkBeside => {
  const found = links.find((link) => link.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
const said = (id: string, language: "en" | "es" = "en") => {
  const link = linkOf(id);
  const rule = rivertonPolicy.rules.find((one) => one.id === link.rule);
  return policySentences(link, rule, rivertonFindings, openWords(language)).join(" ");
};

describe.each(["en", "es"] as const)("the policy beside the data in %s", (language) => {
  const html = renderReport({ ...base, language, policy: rivertonPolicy });
  const document = parseHTML(html).document;
  const section = document.querySelector("section.policy");

  test("has an entry for every link, and each quotation as written with its place", () => {
    expect(section?.querySelectorAll("article")).toHaveLength(links.length);
    for (const { id, clauses } of links) {
      const entry = document.getElementById(`policy-${id.replaceAll("~", "-")}`);
      expect(entry?.textContent).toContain(id);
      for (const { text } of clauses) {
        const quotes = [...(entry?.querySelectorAll("blockquote:not(.lead-in)") ?? [])].map((quote) => {
          for (const hidden of quote.querySelectorAll(".hidden")) hidden.remove();
          return quote.textContent;
        });
        expect(quotes).toContain(text);
      }
    }
    expect(section?.textContent).toContain("300.4 Duties");
  });

  test("leads from the entry to the gap row and the finding, and from the gap row back", () => {
    const hrefs = [...document.querySelectorAll("#policy-form-person-race .places a")].map((a) =>
      a.getAttribute("href"),
    );
    expect(hrefs).toEqual(["#element-race", "#finding-on-whom-race-people"]);
    const cell = document.getElementById("element-race")?.parentElement;
    expect(cell?.querySelector("a")?.getAttribute("href")).toBe("#policy-form-person-race");
  });

  test("has ids that are used once, no link that leads nowhere, and headings that skip no level", () => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(ids.length).toBe(new Set(ids).size);
    const targets = [...document.querySelectorAll("a[href^='#']")].map((a) => a.getAttribute("href")?.slice(1) ?? "");
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    const levels = [...document.querySelectorAll("h1,h2,h3,h4")].map(({ tagName }) => Number(tagName.slice(1)));
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test("lists the documents with hash and dates, and those not read with the reason", () => {
    const sources = document.querySelector("section[aria-labelledby='policy-sources']")?.textContent ?? "";
    for (const { sha256 } of rivertonPolicy.documents) expect(sources).toContain(sha256);
    expect(sources).toContain("2020");
    expect(sources).toContain("a password is needed");
  });

  test("leaves nothing unfilled, and text from files is never markup", () => {
    expect(section?.textContent).not.toMatch(/undefined|NaN|\[object|[{}]/);
    expect(html).not.toMatch(/<1>|<banned>/);
  });

  test("never speaks of a violation or of who is to blame", () => {
    const texts = Object.entries(catalogues[language]).filter(([key]) => key.startsWith("policy."));
    expect(texts.length).toBeGreaterThan(80);
    expect(JSON.stringify(texts)).not.toMatch(/violat|breach|unlawful|illegal|violaci|infracci|ilegal/i);
    expect(section?.textContent).not.toMatch(/violat|violaci/i);
  });
});

test("without a policy the report is as it was", () => {
  const html = renderReport({ ...base, language: "en" });
  expect(html).not.toContain('id="policy');
  expect(html).not.toContain("to-policy");
});

test("what the policy requires and the files leave out says that it may be recorded elsewhere", () => {
  const text = said("de-escalation-required~deescalation");
  expect(text).toContain("The policy asks for de-escalation before force, but only in part");
  expect(text).toContain("the files hold no usable value");
  expect(text).toContain("The department may record it and leave it out of these files.");
  expect(text).toContain("June 30, 2020, in the midst of these records");
});

test("a ban beside a count says how often, when, what is too vague, and that an exception may apply", () => {
  expect(said("ban-neck-restraints~neck_restraint")).toBe(
    "The policy forbids neck restraints, but not in every case. It is banned with an exception. " +
      "The records of 2019–2021 name “Neck restraint or chokehold” in 14 uses of force, in 12 incidents. " +
      "The kind of force is missing, or too vague to tell, in 41 uses of force. " +
      "The records do not say whether an exception applied. " +
      "The policy may be newer than the records: no date was found in the header of the document.",
  );
});

test("an act that the records do not name is not said not to have happened", () => {
  expect(said("ban-warning-shots~firearm_discharged")).toContain("this does not mean that it never happened");
  expect(said("ban-warning-shots~firearm_discharged", "es")).toContain("esto no quiere decir que nunca ocurrió");
});

test("doubt about whose documents they are stands first", () => {
  const policy = { ...rivertonPolicy, doubt: { is: "other-state", place: "Illinois" } as const };
  const html = renderReport({ ...base, language: "en", policy });
  expect(parseHTML(html).document.querySelector("section.policy p")?.textContent).toContain(
    "they name Illinois more often",
  );
});

test("every stance of every role and every kind has words", () => {
  const roles = ["record", "duty", "ban", "meaning", "statement"];
  const stances = ["asks", "asks-weakly", "not-named", "not-found", "says-otherwise", "unclear", "elsewhere"];
  const keys = roles.flatMap((role) => stances.map((stance) => `policy.${role}.${stance}`));
  expect(keys.filter((key) => catalogues.en[key] === undefined)).toEqual([]);
});
