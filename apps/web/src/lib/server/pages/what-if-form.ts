import type { FootprintList, Language } from "@evenhand/standard";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import type { PlaceAnswers } from "@evenhand/toolkit/report/place-answers";
import { addresses } from "../../addresses.ts";
import { siteWords } from "../../words/site-words.ts";
import type { OpenPlace } from "../place-index.ts";
import { readyAddress, type WhatIfAsked, type WhatIfField } from "../what-if-asked.ts";

type Classes = FootprintList["classes"];

/** Kinds of situation in which the records hold any force: of the others nothing can be worked out. */
export function saidClasses({ findings, footprint }: PlaceAnswers): Classes {
  const said = findings.filter(({ measure, shown }) => measure === "situations" && shown !== "cannot-say");
  const isSaid = (id: string) =>
    said.some(({ rows }) => rows.some(({ key, figures }) => key === id && (figures?.wide ?? 0) > 0));
  return footprint.classes.filter(({ id }) => isSaid(id));
}

/** Ready examples as plain links, so that they stand without a server too. */
export function readyExamples({ place, answers }: OpenPlace, shares: readonly number[], language: Language): Html {
  const say = siteWords(language);
  const to = addresses(language);
  const link = (id: string, title: string, share: number): Html =>
    html`<a href="${to.whatIf(place.id, readyAddress({ class: id, share, backup: 0 }))}"><span class="hidden">${title}: </span>${say(
      "whatif-example",
      { share: share * 100 },
    )}</a> `;
  const lines = saidClasses(answers).map(
    ({ id, title }) =>
      html`<li><span>${title[language]}</span> ${shares.map((share) => link(id, title[language], share))}</li>`,
  );
  return html`<ul class="ready">${lines}</ul>`;
}

/** The form, filled as it was sent; a field that cannot be used says how it is written. */
export function whatIfForm({ place, answers }: OpenPlace, { given, wrong }: WhatIfAsked, language: Language): Html {
  const say = siteWords(language);
  const options = saidClasses(answers).map(({ id, title }) =>
    id === given.class
      ? html`<option value="${id}" selected>${title[language]}</option>`
      : html`<option value="${id}">${title[language]}</option>`,
  );
  const isWrongClass = wrong.includes("class");
  const fault = (name: WhatIfField, text: string): Html | undefined =>
    wrong.includes(name) ? html`<span class="fault" id="fault-${name}">${text}</span>` : undefined;
  const number = (name: "share" | "backup", otherwise: string): Html => {
    const value = given[name] === "" ? otherwise : given[name];
    const isWrong = wrong.includes(name);
    const input = isWrong
      ? html`<input name="${name}" id="${name}" inputmode="decimal" size="5" value="${value}" aria-invalid="true" aria-describedby="fault-${name}">`
      : html`<input name="${name}" id="${name}" inputmode="decimal" size="5" value="${value}">`;
    return html`<p><label for="${name}">${say(`whatif-${name}`)}</label>${fault(name, say("whatif-wrong-share"))}${input}</p>`;
  };
  return html`<form class="fields" action="${addresses(language).whatIf(place.id)}" method="get"><p><label for="class">${say(
    "whatif-class",
  )}</label>${fault("class", say("whatif-wrong-class"))}${
    isWrongClass
      ? html`<select name="class" id="class" aria-invalid="true" aria-describedby="fault-class"><option value="">${say("whatif-choose")}</option>${options}</select>`
      : html`<select name="class" id="class">${options}</select>`
  }</p>${number(
    "share",
    "30",
  )}${number("backup", "0")}<p><button type="submit">${say("whatif-do")}</button></p></form>`;
}
