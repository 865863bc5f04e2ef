import { type Html, html, trusted } from "@evenhand/toolkit/report/page/html";
import { siteWords } from "../../words/site-words.ts";
import type { Term } from "../glossary.ts";
import { qrCode } from "../qr-code.ts";
import type { Packet, PacketFinding } from "./packet.ts";

/** The brief: to be printed on two to four sheets of A4 or Letter, in black and white. */
export function packetBrief(packet: Packet, size: "normal" | "large"): Html {
  const say = siteWords(packet.language);
  return html`<article class="packet ${size}"><header>${packet.fiction && html`<p class="problem only-print">${packet.fiction}</p>`}<h1>${
    packet.title
  }</h1><p class="small">${packet.source}</p></header>
${packet.findings.map((finding) => briefFinding(finding, say("own-page")))}
<section><h2>${say("packet-missing")}</h2><ul>${packet.missing.map((text) => html`<li>${text}</li>`)}</ul></section>
<section><h2>${say("packet-questions")}</h2><ol>${packet.questions.map((text) => html`<li>${text}</li>`)}</ol></section>
<section><h2>${say("packet-terms")}</h2>${termList(packet.terms)}</section>
<section class="where"><div><h2>${say("packet-check")}</h2><p>${say("packet-check-text")}</p><p class="address"><a href="${
    packet.address
  }">${packet.address}</a></p></div>${qrPicture(packet)}</section></article>`;
}

const briefFinding = ({ title, href, sentence, missing, figure }: PacketFinding, ownPage: string): Html =>
  html`<section class="told"><p class="kicker">${title}</p><h2>${sentence}</h2>${missing && html`<p>${missing}</p>`}${figure}<p class="no-print"><a href="${href}">${ownPage}<span class="hidden">: ${title}</span></a></p></section>`;

const termList = (terms: readonly Term[]): Html =>
  html`<dl class="glossary">${terms.map(({ term, means }) => html`<dt>${term}</dt><dd>${means}</dd>`)}</dl>`;

/** One finding a screen, for a projector: large, and reached by links alone. */
export function packetScreens(packet: Packet): Html {
  const say = siteWords(packet.language);
  const screens: readonly Html[] = [
    html`<h1>${packet.title}</h1><p>${packet.source}</p>`,
    ...packet.findings.map(
      ({ title, sentence, missing, figure }) =>
        html`<p class="kicker">${title}</p><h2>${sentence}</h2>${missing && html`<p>${missing}</p>`}${figure}`,
    ),
    html`<h2>${say("packet-missing")}</h2><ul>${packet.missing.map((text) => html`<li>${text}</li>`)}</ul>`,
    html`<h2>${say("packet-questions")}</h2><ol>${packet.questions.map((text) => html`<li>${text}</li>`)}</ol>`,
    html`<h2>${say("packet-check")}</h2><p class="address">${packet.address}</p>${qrPicture(packet)}`,
  ];
  return html`<div class="screens">${screens.map((content, index) => {
    const step = (to: number, key: "packet-back" | "packet-next"): Html | undefined =>
      screens[to] && html`<a href="#screen-${to + 1}">${say(key)}</a> `;
    const place = say("packet-screen", { n: index + 1, all: screens.length });
    return html`<section class="screen" id="screen-${index + 1}" aria-label="${place}"><div>${content}</div><p class="steps">${step(
      index - 1,
      "packet-back",
    )}${step(index + 1, "packet-next")}<span>${place}</span>${packet.fiction && html`<strong>${packet.fiction}</strong>`}</p></section>`;
  })}</div>`;
}

function qrPicture({ address, language }: Packet): Html {
  const { size, path } = qrCode(address);
  const title = siteWords(language)("packet-qr", { address });
  return trusted(
    html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-labelledby="qr-title"><title id="qr-title">${title}</title><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
      .markup,
  );
}
