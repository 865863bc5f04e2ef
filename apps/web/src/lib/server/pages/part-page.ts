import type { Finding, Language } from "@evenhand/standard";
import { isWhole } from "@evenhand/toolkit/release/release-filter";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { questionIds, questionSection } from "@evenhand/toolkit/report/page/question-sections";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Asked } from "../page-load.ts";
import { type PartAsked, type PartChoices, partChoices, readPartAsked } from "../part-asked.ts";
import { partFindings, TooBusy } from "../part-findings.ts";
import type { OpenPlace } from "../place-index.ts";
import { readSettings } from "../settings.ts";
import { partForm } from "./part-form.ts";

/**
 * Force in a part of the records: chosen years, a type of force, an area, a group. Every section says again what was
 * chosen, so that no sentence is read as one about all; undefined where pages are written as files.
 */
export async function partPage(open: OpenPlace, { language, url }: Asked): Promise<Page | undefined> {
  if (readSettings().isStatic) return undefined;
  const { place, answers } = open;
  const say = siteWords(language);
  const choices = partChoices(answers, language);
  const asked = readPartAsked(url.searchParams, choices);
  const title = say("part-title", { place: place.name });
  const form = partForm(choices, asked, { place: place.id, language });
  const problem =
    Object.keys(asked.wrong).length === 0 ? undefined : html`<p class="problem" role="alert">${say("part-wrong")}</p>`;
  const page = (below: Html): Page => ({ title, markup: html`<h1>${title}</h1>${problem}${form}${below}`.markup });
  if (Object.keys(asked.wrong).length > 0) return { ...page(html``), status: 400 };
  if (isWhole(asked.filter) && asked.unit === undefined)
    return page(
      html`<p>${say("part-nothing")} <a href="${addresses(language).force(place.id)}">${say("part-whole")}</a></p>`,
    );
  const findings = await partFindings(open, asked.filter).catch((error: unknown) => {
    if (error instanceof TooBusy) return undefined;
    throw error;
  });
  if (findings === undefined) return page(html`<p><strong>${say("part-busy")}</strong></p>`);
  return page(
    html`${chosenText(asked, choices, language)}${sections(findings, asked, { answers, choices, language })}<p><a href="${addresses(
      language,
    ).force(place.id)}">${say("part-whole")}</a></p>`,
  );
}

function sections(
  findings: readonly Finding[],
  asked: PartAsked,
  {
    answers,
    choices,
    language,
  }: Pick<OpenPlace, "answers"> & { readonly choices: PartChoices; readonly language: Language },
): Html {
  const words = openWords(language);
  const telling = findings.filter((finding) => !isWhatWasChosen(finding, asked));
  const ofUnit = asked.unit === undefined ? telling : telling.filter(({ unit }) => unit === asked.unit);
  const only = chosenText(asked, choices, language);
  const { boundaries } = answers;
  return html`${questionIds(ofUnit).map((id) => {
    const section = questionSection(id, ofUnit, words, { boundaries }).markup;
    // Said again before each sentence: a sentence that is quoted alone must not lose what it is about.
    return { markup: section.replaceAll("<h3>", `${only.markup}<h3>`) };
  })}`;
}

/** A share that is all by what was chosen: the races of people of one race, the areas of one area. */
const isWhatWasChosen = ({ question, measure, dimension }: Finding, { filter }: PartAsked): boolean =>
  (filter.group !== undefined && question === "on-whom" && dimension?.field === "person.race_ethnicity") ||
  (filter.area !== undefined && measure === "area");

/** "Only: 2020–2021; incidents with takedown; …". */
function chosenText({ filter, given }: PartAsked, choices: PartChoices, language: Language): Html {
  const say = siteWords(language);
  const textOf = (list: PartChoices["areas"], value: string) =>
    list.find((choice) => choice.value === value)?.text ?? value;
  const { years } = filter;
  const parts = [
    ...(years === undefined ? [] : [years.from === years.to ? String(years.from) : `${years.from}–${years.to}`]),
    ...(filter.forceType === undefined
      ? []
      : [say("part-only-force", { force: textOf(choices.forceTypes, given.force) })]),
    ...(filter.area === undefined ? [] : [say("part-only-area", { area: textOf(choices.areas, given.area) })]),
    ...(filter.group === undefined ? [] : [say("part-only-group", { group: textOf(choices.groups, given.group) })]),
  ];
  return parts.length === 0
    ? html``
    : html`<p class="kicker only">${say("part-only", { parts: parts.join("; ") })}</p>`;
}
