import { html, trusted } from "../page/html.ts";
import { reportStyle } from "../page/style.ts";
import { openWords } from "../words/words.ts";
import type { RegisterPage } from "./register-page.ts";
import { registerSections, registerStyle } from "./register-sections.ts";

/**
 * A register of policies as one HTML file that needs nothing else. It says what was given, not what a department has:
 * "not found" means only that it is not among the documents read.
 */
export function renderRegister(page: RegisterPage): string {
  const { language, agency } = page;
  const words = openWords(language);
  const title = words.say("register.title", { agency });
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${trusted(
    reportStyle + registerStyle,
  )}</style></head>
<body><a class="skip" href="#register">${words.say("register.skip")}</a>
<header class="bar"><div class="wrap"><p class="brand">${words.say("register.brand")}</p></div></header>
<main class="wrap" id="register" tabindex="-1"><h1>${title}</h1><p class="lede">${words.say("register.lede")}</p>
${registerSections(page, words)}
</main>
<footer><div class="wrap"><p>${words.say("register.footer")}</p></div></footer>
</body></html>
`.markup;
}
