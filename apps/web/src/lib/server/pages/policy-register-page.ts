import { html } from "@evenhand/toolkit/report/page/html";
import { registerSections } from "@evenhand/toolkit/report/register/register-sections";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Asked } from "../page-load.ts";
import type { OpenPlace } from "../place-index.ts";

/** Which of the department's policies the public can read; undefined where nobody looked. */
export function policyRegisterPage({ place, answers }: OpenPlace, { language }: Asked): Page | undefined {
  const register = answers.register?.[language];
  if (register === undefined) return undefined;
  const words = openWords(language);
  const say = siteWords(language);
  const to = addresses(language);
  const title = words.say("register.title", { agency: place.name });
  const lede = words.say("register.lede");
  const markup = html`<p class="back"><a href="${to.policy(place.id)}">${say(
    "policy-back",
  )}</a></p><h1>${title}</h1><p class="lede">${lede}</p>${
    register.request?.length
      ? html`<p><a href="${to.policy(place.id, "register/letter")}">${say("register-letter-link")}</a></p>`
      : undefined
  }<div class="register">${registerSections(register, words)}</div>`;
  return { title, description: lede, markup: markup.markup };
}
