import type { Finding } from "@evenhand/standard";
import { reasonText } from "../words/disparity/reason-text.ts";
import type { Words } from "../words/words.ts";
import { type Html, html } from "./html.ts";

/** The side note of a finding about an event: how it is shown, what was counted, and how to check it. */
export function changeNote(finding: Finding, words: Words): Html {
  const { id, method, shown, unit, measure } = finding;
  const dispersion = shown === "full" ? (finding.comparison?.dispersion ?? 1) : 1;
  const lines = [
    ...(dispersion > 1 ? [words.say("sure.dispersion", { factor: words.ratio(Math.sqrt(dispersion)) })] : []),
    ...finding.caveats.filter((caveat) => isTold(caveat, finding)).map((caveat) => caveatText(caveat, words)),
  ];
  const counted = measure === "recording" || shown === "cannot-say" ? undefined : words.say(`say.counted.${unit}`);
  return html`<aside class="note" aria-label="${words.say("page.note.label")}: ${id}"><p><span class="sure">${words.say(
    `page.sure.${shown}`,
  )}</span></p>${counted && html`<p>${counted}</p>`}${lines.map((text) => html`<p>${text}</p>`)}<p class="check">${words.say("page.note.check", { id, method })}</p></aside>`;
}

/** Said in the section's own words already. */
const saidAbove: readonly string[] = ["followed-not-caused", "steady-is-not-proof", "windows-know-no-trend"];

/** The finding on recording says in its own words what changed, and in which years. */
const isTold = (id: string, { reason, measure }: Finding): boolean =>
  id !== reason && !saidAbove.includes(id) && !(measure === "recording" && id === "years-not-comparable");

/** A caveat as it is said of an event: years are not told to be incomparable beside a test that found no change. */
function caveatText(id: string, words: Words): string {
  const key = `change.note.${id}`;
  return words.has(key) ? words.say(key) : reasonText(id, words);
}

/** The longer answer to “how sure is this?” for all findings of an event, folded: methods, chance, how to redo it. */
export function changeSure(ofEvent: readonly Finding[], words: Words, title: string): Html | undefined {
  const said = ofEvent.filter(({ shown }) => shown !== "cannot-say");
  if (said.length === 0) return undefined;
  const methods = [...new Set(said.map(({ method }) => `sure.method.${method}`))].filter(words.has);
  const comparison = said.find(({ shown, comparison }) => shown === "full" && comparison?.family)?.comparison;
  const { level = 0.95, family } = comparison ?? {};
  const n = family?.comparisons ?? 0;
  const texts = [
    ...methods.map((key) => words.say(key)),
    ...(n === 0
      ? []
      : [
          words.say("sure.interval", { level: words.percent(level), n: Math.round(level * 100) }),
          words.say(n > 1 ? "sure.family" : "sure.family.one", { n }),
        ]),
    words.say("change.sure.check"),
  ];
  return html`<details class="sure-text"><summary>${words.say("change.sure.title")}<span class="hidden">: ${title}</span></summary>${texts.map(
    (text) => html`<p>${text}</p>`,
  )}</details>`;
}
