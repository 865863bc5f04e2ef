import type { Language } from "@evenhand/standard";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { addresses } from "../../addresses.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Choice, PartAsked, PartChoices, PartField } from "../part-asked.ts";

/** The form by which a reader chooses a part of the records; works without JavaScript. */
export function partForm(
  choices: PartChoices,
  { given, wrong }: Pick<PartAsked, "given" | "wrong">,
  { place, language }: { readonly place: string; readonly language: Language },
): Html {
  const say = siteWords(language);
  const lists: readonly (readonly [PartField, readonly Choice[]])[] = [
    ["from", choices.years],
    ["to", choices.years],
    ["force", choices.forceTypes],
    ["area", choices.areas],
    ["group", choices.groups],
    ["unit", choices.units],
  ];
  const fields = lists.filter(([name, list]) => list.length > 1 || wrong[name] !== undefined);
  return html`<form class="fields part" action="${addresses(language).forcePart(place)}" method="get">${fields.map(
    ([name, list]) =>
      html`<p><label for="part-${name}">${say(`part-${name}`)}</label>${fault(name, wrong[name], language)}${choiceList(name, list, { given, wrong }, language)}</p>`,
  )}<p><button type="submit">${say("part-do")}</button></p></form>`;
}

/** What is wrong with a field, beside it: what was sent, and what to do. */
const fault = (name: PartField, sent: string | undefined, language: Language): Html | undefined =>
  sent === undefined
    ? undefined
    : html`<span class="fault" id="fault-${name}">${siteWords(language)("part-wrong-field", { value: sent })}</span>`;

function choiceList(
  name: PartField,
  list: readonly Choice[],
  { given, wrong }: Pick<PartAsked, "given" | "wrong">,
  language: Language,
): Html {
  const options = html`<option value="">${siteWords(language)("part-all")}</option>${list.map(({ value, text }) =>
    value === given[name]
      ? html`<option value="${value}" selected>${text}</option>`
      : html`<option value="${value}">${text}</option>`,
  )}`;
  return wrong[name] === undefined
    ? html`<select name="${name}" id="part-${name}">${options}</select>`
    : html`<select name="${name}" id="part-${name}" aria-invalid="true" aria-describedby="fault-${name}">${options}</select>`;
}
