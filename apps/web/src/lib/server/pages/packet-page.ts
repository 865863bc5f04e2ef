import type { Finding } from "@evenhand/standard";
import { findingTitle } from "@evenhand/toolkit/report/page/finding-alone";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { questionTitle } from "@evenhand/toolkit/report/page/question-sections";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import { makePacket } from "../packet/packet.ts";
import { choosable, chosenFindings, mostChosen, type PacketChoice } from "../packet/packet-choice.ts";
import { packetBrief, packetScreens } from "../packet/packet-html.ts";
import type { Asked } from "../page-load.ts";
import type { OpenPlace } from "../place-index.ts";
import { readSettings } from "../settings.ts";
import { guideLink } from "./learn-pages.ts";

/** How a packet is shown. */
type Form = "normal" | "large" | "projector";

/** The `load`-able page of one form of the packet. */
export const packetPage =
  (form: Form) =>
  (open: OpenPlace, { language, url }: Asked): Page => {
    const { isStatic, origin } = readSettings();
    const fields = isStatic ? new URLSearchParams() : url.searchParams;
    const choice = chosenFindings(open.answers.findings, fields);
    const packet = makePacket(open, choice.findings, { language, origin });
    const body = form === "projector" ? packetScreens(packet) : packetBrief(packet, form);
    const above = ways(open, choice, form, language);
    const below = isStatic || form !== "normal" ? undefined : chooser(open, choice, language);
    return { title: packet.title, markup: html`${above}${body}${below}`.markup };
  };

const aboutForm = {
  normal: "packet-about",
  large: "packet-about-large",
  projector: "packet-about-projector",
} as const;

/** The same packet in its other forms. */
function ways({ place }: OpenPlace, { query, isCut }: PacketChoice, form: Form, language: Asked["language"]): Html {
  const say = siteWords(language);
  const plain = addresses(language).packet(place.id);
  const links = [
    { text: say("packet-as-brief"), href: plain, isHere: form === "normal" },
    { text: say("packet-as-large"), href: `${plain}/large`, isHere: form === "large" },
    { text: say("packet-as-projector"), href: `${plain}/projector`, isHere: form === "projector" },
    { text: say("packet-as-pdf"), href: `${plain}.pdf`, isHere: false },
    { text: say("packet-as-pdf-letter"), href: `${plain}-letter.pdf`, isHere: false },
  ];
  const cut = isCut ? html`<p class="problem">${say("packet-cut", { most: mostChosen })}</p>` : undefined;
  return html`<div class="no-print"><p>${say(aboutForm[form])}</p><ul class="packet-forms">${links.map(
    ({ text, href, isHere }) =>
      isHere
        ? html`<li><a href="${href}${query}" aria-current="page">${text}</a></li>`
        : html`<li><a href="${href}${query}">${text}</a></li>`,
  )}</ul><p>${guideLink("first-three-meetings", language)}</p>${cut}</div>`;
}

/** Every finding that can be said, to be ticked. */
function chooser({ place, answers }: OpenPlace, { findings }: PacketChoice, language: Asked["language"]): Html {
  const say = siteWords(language);
  const words = openWords(language);
  const chosen = new Set(findings.map(({ id }) => id));
  const box = (finding: Finding): Html => {
    const text = `${findingTitle(finding, words)} (${words.say(`say.units.${finding.unit}`)})`;
    const input = chosen.has(finding.id)
      ? html`<input type="checkbox" name="finding" value="${finding.id}" checked>`
      : html`<input type="checkbox" name="finding" value="${finding.id}">`;
    return html`<li><label>${input} ${text}</label></li>`;
  };
  const groups = [...Map.groupBy(choosable(answers.findings), ({ question }) => question)];
  return html`<section class="no-print" aria-labelledby="choose"><h2 id="choose">${say("packet-choose")}</h2><p>${say(
    "packet-choose-about",
    { most: mostChosen },
  )}</p><form class="fields boxes" action="${addresses(language).packet(place.id)}" method="get">${groups.map(
    ([question, own]) =>
      html`<fieldset><legend>${questionTitle(question, words)}</legend><ul>${own.map(box)}</ul></fieldset>`,
  )}<p><button type="submit">${say("packet-make")}</button></p></form></section>`;
}
