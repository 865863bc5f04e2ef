import { knownFootprint } from "@evenhand/toolkit/analysis/footprint/footprint-list";
import { rivertonFootprint } from "@evenhand/toolkit/report/fixtures/footprint-findings";
import { rivertonFindings, rivertonRelease } from "@evenhand/toolkit/report/fixtures/riverton-findings";
import type { PlaceAnswers } from "@evenhand/toolkit/report/place-answers";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import type { Page } from "../../page.ts";
import type { Asked } from "../page-load.ts";
import type { OpenPlace } from "../place-index.ts";
import { partPage } from "./part-page.ts";
import { whatIfPage } from "./what-if-page.ts";

const open: OpenPlace = {
  place: { id: "riverton", name: "Riverton", folder: "" } as OpenPlace["place"],
  answers: {
    release: rivertonRelease,
    findings: [...rivertonFindings, ...rivertonFootprint],
    events: [],
    footprint: knownFootprint,
  } as unknown as PlaceAnswers,
};
const asked = (query: string, language: Asked["language"] = "en"): Asked => ({
  language,
  params: {},
  url: new URL(`http://site/${query}`),
});
const parsed = (page: Page | undefined) =>
  parseHTML(`<!doctype html><html><body>${page?.markup}</body></html>`).document;

test("a what-if that cannot be done is a bad request, with the form as it was sent", async () => {
  const page = await whatIfPage(open, asked("?class=none&share=200&backup=x"));
  const document = parsed(page);
  expect(page?.status).toBe(400);
  expect(document.querySelector("[role=alert]")?.textContent).toContain("was not done");
  expect(document.querySelector("#share")?.getAttribute("value")).toBe("200");
  expect(document.querySelector("#backup")?.getAttribute("value")).toBe("x");
  for (const id of ["class", "share", "backup"]) {
    const field = document.querySelector(`#${id}`);
    expect(field?.getAttribute("aria-invalid"), id).toBe("true");
    expect(document.querySelector(`#${field?.getAttribute("aria-describedby")}`)?.textContent, id).not.toBe("");
  }
  expect(document.querySelector("#class option")?.getAttribute("value")).toBe("");
});

test("a part that a place does not have is a bad request, and what was sent is named beside its field", async () => {
  const page = await partPage(open, asked("?from=1800&group=%3Cb%3E&to=2021"));
  const document = parsed(page);
  expect(page?.status).toBe(400);
  expect(document.querySelector("[role=alert]")?.textContent).toContain("Nothing was counted");
  expect(document.querySelector("#fault-from")?.textContent).toContain("“1800”");
  expect(document.querySelector("#fault-group")?.textContent).toContain("“<b>”");
  expect(page?.markup).not.toContain("<b>");
  expect(document.querySelector("#part-from")?.getAttribute("aria-describedby")).toBe("fault-from");
  expect(document.querySelector("#part-to option[selected]")?.getAttribute("value")).toBe("2021");
  expect(document.querySelector("#part-to")?.getAttribute("aria-invalid")).toBeNull();
});

test("an empty form is no fault", async () => {
  expect((await whatIfPage(open, asked("")))?.status).toBeUndefined();
  expect((await partPage(open, asked("?from=&to=")))?.status).toBeUndefined();
});

test("both say it in Spanish too", async () => {
  expect((await whatIfPage(open, asked("?share=x", "es")))?.markup).toContain("No se hizo la cuenta");
  expect((await partPage(open, asked("?area=x", "es")))?.markup).toContain("No se contó nada");
});
