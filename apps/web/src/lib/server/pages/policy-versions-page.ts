import { html } from "@evenhand/toolkit/report/page/html";
import { changesSection } from "@evenhand/toolkit/report/policy-versions/changes-section";
import { provisionsSection } from "@evenhand/toolkit/report/policy-versions/provision-section";
import { versionsSummary } from "@evenhand/toolkit/report/policy-versions/summary-section";
import type { VersionsPage } from "@evenhand/toolkit/report/policy-versions/versions-page";
import { versionsSection } from "@evenhand/toolkit/report/policy-versions/versions-section";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Asked } from "../page-load.ts";
import type { OpenPlace } from "../place-index.ts";
import { linkedPolicy } from "../policy/linked-policy.ts";

/**
 * What changed between two versions of the policy: the latest pair, or the one of the address. Undefined where there is
 * none.
 */
export function policyVersionsPage({ place, answers }: OpenPlace, { language, params }: Asked): Page | undefined {
  if (answers.policy === undefined) return undefined;
  const { versions } = linkedPolicy(answers.policy, place.id, language);
  const { pair = String(versions.length) } = params;
  const page = /^[1-9][0-9]{0,2}$/.test(pair) ? versions[Number(pair) - 1] : undefined;
  if (page === undefined) return undefined;
  const words = openWords(language);
  const say = siteWords(language);
  const to = addresses(language);
  const title = say("versions-title", { place: place.name });
  const lede = words.say("versions.lede", { rules: page.provisions.length });
  const others = versions.flatMap((other, index) =>
    other === page
      ? []
      : [html`<li><a href="${to.policy(place.id, "versions")}/${index + 1}">${pairName(other)}</a></li>`],
  );
  const markup = html`<p class="back"><a href="${to.policy(place.id)}">${say("policy-back")}</a></p><h1>${title}</h1><p class="lede">${lede}</p><p>${words.say(
    "versions.first-reading",
  )}</p>${versionsSummary(page, words)}${versionsSection(page, words)}${provisionsSection(
    page.provisions,
    words,
  )}${changesSection(page, words)}${
    others.length === 0
      ? undefined
      : html`<section aria-labelledby="other-versions"><h2 id="other-versions">${say("versions-others")}</h2><ul class="ways">${others}</ul></section>`
  }`;
  return { title, description: lede, markup: markup.markup };
}

const pairName = ({ before, after }: VersionsPage): string =>
  [before, after].map((side) => side.map(({ name }) => name).join(", ")).join(" → ");
