import type { Language } from "@evenhand/standard";
import { breakable } from "@evenhand/toolkit/report/page/breakable";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import openapi from "../api/openapi.json" with { type: "json" };
import type { Asked } from "../page-load.ts";
import { readSettings } from "../settings.ts";

type Parameter = {
  readonly name: string;
  readonly description: string;
  readonly "x-description-es": string;
};

/** How to read the findings with a program; undefined where the site is only files. */
export function apiPage({ language }: Asked): Page | undefined {
  const { isStatic, origin, ratePerMinute } = readSettings();
  if (isStatic) return undefined;
  const say = siteWords(language);
  const markup = html`<h1>${say("api-title")}</h1><p class="lede">${say("api-about")}</p><p>${say("api-rules")} ${
    ratePerMinute === 0 ? undefined : say("api-rate", { requests: ratePerMinute })
  }</p><p>${say("api-difference")}</p><ul class="downloads"><li><a href="/api/v1">${breakable(`${origin}/api/v1`)}</a></li><li><a href="/api/v1/openapi.json">${say(
    "api-openapi",
  )}</a></li></ul><h2 id="addresses">${say("api-addresses")}</h2><dl class="routes">${Object.entries(openapi.paths).map(
    ([path, { get }]) =>
      html`<dt><code>GET ${breakable(path)}</code></dt><dd>${language === "es" ? get["x-summary-es"] : get.summary}${parameterList(
        get.parameters,
        language,
      )}</dd>`,
  )}</dl><h2 id="example">${say("api-example")}</h2><pre class="copy" tabindex="0" role="region" aria-labelledby="example"><code>curl "${origin}/api/v1/places?limit=10"</code></pre><h2 id="errors">${say(
    "api-errors",
  )}</h2><p>${say("api-errors-about")}</p>`;
  return { title: say("api-title"), description: say("api-about"), markup: markup.markup };
}

function parameterList(parameters: readonly Parameter[], language: Language): Html | undefined {
  if (parameters.length === 0) return undefined;
  return html`<ul>${parameters.map(
    (parameter) =>
      html`<li><code>${parameter.name}</code>: ${
        language === "es" ? parameter["x-description-es"] : parameter.description
      }</li>`,
  )}</ul>`;
}
