import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { catalogues } from "../words/catalogues.ts";
import { rivertonRegister, rivertonRequest } from "./fixtures/riverton-register.ts";
import { renderRegister } from "./render-register.ts";
import { renderRegisterLetter } from "./render-register-letter.ts";

describe.each(["en", "es"] as const)("the register in %s", (language) => {
  const html = renderRegister({ ...rivertonRegister, language });
  const { document } = parseHTML(html);
  const texts = catalogues[language];

  test("is one file that asks for nothing, with one h1 and a table with scopes", () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|src=|javascript:/i);
    expect(document.documentElement.getAttribute("lang")).toBe(language);
    expect(document.querySelectorAll("h1")).toHaveLength(1);
    expect(document.querySelectorAll("tbody th[scope=row]")).toHaveLength(rivertonRegister.policies.length);
  });

  test("says each status in words, the missing first, with its evidence in place", () => {
    const rows = [...document.querySelectorAll("#expected ~ .scroll tbody tr")].map(
      ({ textContent }) => textContent ?? "",
    );
    expect(rows[0]).toContain(String(texts["register.status.not-found"]));
    expect(rows[0]).toContain(String(texts["register.nothing"]));
    expect(rows.at(-1)).toMatch(/force <1>\.pdf, (page|página) 3/);
  });

  test("shows who set a status and what the program found", () => {
    const text = document.querySelector("main")?.textContent ?? "";
    expect(text).toContain("Ada <A>");
    expect(text).toContain("seen <there>");
    expect(text).toContain(String(texts["register.limits"]));
  });

  test("the letter asks for each, under the law of the state, in English with a copy to read", () => {
    const letter = renderRegisterLetter({ ...rivertonRequest, language });
    expect(letter).toContain("5 ILCS 140");
    expect(letter).toContain("**Police dogs.** The policy on dogs.");
    expect(letter.includes("**Perros policiales.** La política sobre perros.")).toBe(language === "es");
    expect(letter).toContain("[Your name\\]");
    expect(letter).not.toMatch(/\{\w+\}/);
  });
});

test("an unverified law says so in the letter; text of files never becomes markup", () => {
  expect(renderRegisterLetter({ ...rivertonRequest, state: "GA" })).toContain("Check this before sending");
  const html = renderRegisterLetter({ ...rivertonRequest, agency: "<b>Riverton", format: "html" });
  expect(html).toContain("&lt;b&gt;Riverton");
  expect(html).not.toContain("<b>Riverton");
  expect(renderRegister(rivertonRegister)).not.toMatch(/<there>|<A>|<1>/);
});
