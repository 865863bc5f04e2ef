import type { Language } from "@evenhand/standard";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { addresses } from "../../addresses.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Choice, PartAsked, PartChoices, PartField } from "../part-asked.ts";

/** The form by which a reader chooses a part of the records; works without JavaScript. */
export function partForm(
  choices: PartChoices,
  given: PartAsked["given"],
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
  const fields = lists.filter(([, list]) => list.length > 1);
  return html`<form class="fields part" action="${addresses(language).forcePart(place)}" method="get">${fields.map(
    ([name, list]) =>
      html`<p><label for="part-${name}">${say(`part-${name}`)}</label><select name="${name}" id="part-${name}"><option value="">${say(
        "part-all",
      )}</option>${list.map(({ value, text }) =>
        value === given[name]
          ? html`<option value="${value}" selected>${text}</option>`
          : html`<option value="${value}">${text}</option>`,
      )}</select></p>`,
  )}<p><button type="submit">${say("part-do")}</button></p></form>`;
}
