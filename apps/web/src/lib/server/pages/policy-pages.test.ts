import { rivertonAudit } from "@evenhand/toolkit/report/audit/fixtures/riverton-audit";
import { rivertonFindings, rivertonRelease } from "@evenhand/toolkit/report/fixtures/riverton-findings";
import { rivertonPolicy } from "@evenhand/toolkit/report/fixtures/riverton-policy";
import type { DocumentText, PlaceAnswers, PolicyAnswers } from "@evenhand/toolkit/report/place-answers";
import { rivertonVersions } from "@evenhand/toolkit/report/policy-versions/fixtures/riverton-versions";
import { rivertonRegister, rivertonRequest } from "@evenhand/toolkit/report/register/fixtures/riverton-register";
import { describe, expect, test } from "vitest";
import type { Page } from "../../page.ts";
import type { Asked } from "../page-load.ts";
import type { OpenPlace } from "../place-index.ts";
import { policyEntries } from "../policy/policy-entries.ts";
import { notRecordedPage } from "./not-recorded-page.ts";
import { policyAuditPage } from "./policy-audit-page.ts";
import { policyDocumentPage } from "./policy-document-page.ts";
import { policyPage } from "./policy-page.ts";
import { policyRegisterPage } from "./policy-register-page.ts";
import { policyRulePage } from "./policy-rule-page.ts";
import { policyVersionsPage } from "./policy-versions-page.ts";
import { registerLetterPage, registerLetterText } from "./register-letter-page.ts";

const place = { id: "riverton", name: "Riverton", folder: "" } as OpenPlace["place"];
const both = <Made>(made: Made) => ({ en: made, es: made });
const force: DocumentText = {
  name: "force <1>.pdf",
  sha256: "a".repeat(64),
  pages: 31,
  policies: [
    {
      title: "300 Force",
      clauses: [
        { start: 0, text: "FORCE", section: ["300 Force"], kind: "heading", page: 1 },
        { start: 60, text: "Officers <shall>:", section: ["300 Force", "300.4 Aid"], kind: "sentence", page: 6 },
        {
          start: 100,
          text: "give aid at once, if feasible",
          section: ["300 Force", "300.4 Aid"],
          kind: "item",
          page: 7,
        },
      ],
    },
  ],
};
const policy: PolicyAnswers = {
  beside: both(rivertonPolicy),
  audit: both(rivertonAudit),
  texts: [force],
  versions: [both(rivertonVersions)],
};
const open: OpenPlace = {
  place,
  answers: {
    release: rivertonRelease,
    findings: rivertonFindings,
    issues: [],
    policy,
    register: both(rivertonRegister),
  } as unknown as PlaceAnswers,
};
const bare: OpenPlace = {
  place,
  answers: { release: rivertonRelease, findings: rivertonFindings } as unknown as PlaceAnswers,
};
const asked = (params: Asked["params"] = {}, language: Asked["language"] = "en"): Asked => ({
  language,
  params,
  url: new URL("http://localhost/"),
});
const hrefs = ({ markup }: Pick<Page, "markup">) => Array.from(markup.matchAll(/ href="([^"]+)"/g), ([, href]) => href);
const policyHome = "/places/riverton/policy";
const text = `${policyHome}/documents/aaaaaaaa`;

describe("the policy of a place", () => {
  test("without a policy it says so and how to add one, and links to nothing that is not there", async () => {
    const page = await policyPage(bare, asked());
    expect(page.markup).toContain("does not mean that there is none");
    expect(page.markup).toContain("place.json");
    expect(hrefs(page)).toEqual(["/learn/ask-of-policy", "/learn/start-a-group"]);
    expect((await policyPage(bare, asked({}, "es"))).markup).toContain("no significa que no exista");
  });

  test("leads from a clause to its place, its question, the field and the finding, and from the field back", async () => {
    process.env.EVENHAND_RELEASES = import.meta.dirname;
    const links = hrefs(await policyPage(open, asked()));
    delete process.env.EVENHAND_RELEASES;
    const finding = rivertonPolicy.links.flatMap(({ findings }) => findings)[0] ?? "";
    expect(links).toContain(`${policyHome}/audit`);
    expect(links).toContain(`${policyHome}/versions`);
    expect(links).toContain(`${policyHome}/register`);
    expect(links.some((href) => href?.startsWith(`${text}#c`))).toBe(true);
    expect(links).toContain("/places/riverton/not-recorded#element-deescalation");
    expect(links.some((href) => href?.startsWith("/places/riverton/findings/"))).toBe(true);
    const back = hrefs(notRecordedPage(open, asked()));
    expect(back.some((href) => href?.startsWith(`${policyHome}#policy-`))).toBe(true);
    expect(policyEntries(finding, open, "en")?.markup).toContain(`${policyHome}#policy-`);
    expect(policyEntries("no/such", open, "en")).toBeUndefined();
  });
});

describe("the audit", () => {
  test("has every question with the way to its own page, and quotations that lead to their place", () => {
    const page = policyAuditPage(open, asked());
    const links = page === undefined ? [] : hrefs(page);
    for (const { id } of rivertonAudit.rules) expect(links).toContain(`${policyHome}/audit/${id}`);
    expect(links).toContain(`${text}#c100`);
    expect(page?.markup).toContain('id="gaps"');
    expect(policyAuditPage(bare, asked())).toBeUndefined();
  });

  test("a question's page has one first heading, its clause and its neighbours; another id is not found", () => {
    const page = policyRulePage(open, asked({ rule: "medical-aid" }));
    expect(page?.markup.match(/<h1/g)).toHaveLength(1);
    expect(page?.markup).toContain("if feasible");
    const links = page === undefined ? [] : hrefs(page);
    expect(links).toContain(`${policyHome}/audit/intervene`);
    expect(links).toContain(`${policyHome}/audit/shots`);
    expect(links).toContain("/provisions/medical-aid");
    expect(policyRulePage(open, asked({ rule: "no-such" }))).toBeUndefined();
  });
});

describe("a document", () => {
  test("stands whole, with the quoted clause marked by the questions that quote it", () => {
    const page = policyDocumentPage(open, asked({ document: "aaaaaaaa" }));
    expect(page?.markup).toContain("Officers &lt;shall&gt;:");
    expect(page?.markup).not.toContain("<shall>");
    const marked = page?.markup.match(/<div class="quoted">.*?<\/div>/s)?.[0] ?? "";
    expect(marked).toContain('id="c100"');
    expect(marked).toContain(`${policyHome}/audit/medical-aid`);
    expect(marked).toContain("Weakened");
    expect(page?.markup.match(/class="quoted"/g)).toHaveLength(1);
    expect(page?.markup).toContain("Page 7");
  });

  for (const params of [
    { document: "bbbbbbbb" },
    { document: "../.." },
    { document: "aaaaaaaa", part: "2" },
    { document: "" },
  ])
    test(`${JSON.stringify(params)} is not found`, () => {
      expect(policyDocumentPage(open, asked(params))).toBeUndefined();
    });
});

describe("versions and register", () => {
  test("the latest pair is shown; a pair that is not there is not found", () => {
    expect(policyVersionsPage(open, asked())?.markup).toContain("if feasible");
    expect(policyVersionsPage(open, asked({ pair: "1" }))?.title).toContain("Riverton");
    for (const pair of ["0", "2", "x"]) expect(policyVersionsPage(open, asked({ pair }))).toBeUndefined();
    expect(policyVersionsPage(bare, asked())).toBeUndefined();
  });

  test("the register is the one of the answers; without anything to ask for it leads to no letter", () => {
    const [first] = rivertonRegister.policies;
    const page = policyRegisterPage(open, asked());
    expect(page?.markup).toContain(first?.title);
    expect(page === undefined ? [] : hrefs(page)).toEqual([policyHome]);
    expect(policyRegisterPage(bare, asked())).toBeUndefined();
    expect(registerLetterPage(open, asked())).toBeUndefined();
    expect(registerLetterText(bare, "en")).toBeUndefined();
  });

  test("the letter asks for what the register lacks, in English, under the law of the state, with blanks to fill in", () => {
    const request = rivertonRequest.items;
    const asking: OpenPlace = {
      place,
      answers: { ...open.answers, register: both({ ...rivertonRegister, request }) } as PlaceAnswers,
    };
    const register = policyRegisterPage(asking, asked());
    expect(register === undefined ? [] : hrefs(register)).toContain(`${policyHome}/register/letter`);
    const page = registerLetterPage(asking, asked({}, "es"));
    expect(page?.markup.match(/<h1/g)).toHaveLength(1);
    expect(page === undefined ? [] : hrefs(page)).toContain(`/es${policyHome}/register/letter.md`);
    const languages = Array.from(page?.markup.matchAll(/<article lang="(\w+)"/g) ?? [], ([, language]) => language);
    expect(languages).toEqual(["es", "en", "es"]);
    const letter = registerLetterText(asking, "en") ?? "";
    expect(letter).toContain("Minnesota Government Data Practices Act");
    expect(letter).toContain("**Police dogs.** The policy on dogs.");
    expect(letter).toContain("[Date\\]");
  });
});
