import type { Finding } from "@evenhand/standard";
import { isDisparity } from "../words/disparity/disparity-statement.ts";
import { referencePhrase } from "../words/disparity/group-phrase.ts";
import { reasonText } from "../words/disparity/reason-text.ts";
import { missingCount } from "../words/missing-count.ts";
import { missingReasons } from "../words/missing-sentence.ts";
import type { Words } from "../words/words.ts";
import { type Html, html } from "./html.ts";

/** Said once for the whole section, so not again beside every finding. */
const saidBySection: readonly string[] = ["differences-not-causes", "race-as-recorded"];

const hasInterval = ({ rows }: Finding): boolean =>
  rows.some(({ compared }) => compared?.ratio?.interval !== undefined || compared?.rate?.interval !== undefined);

/** How chance was dealt with: what an interval means, how it was widened, and for how many comparisons it is allowed. */
function chance(finding: Finding, words: Words): readonly string[] {
  const { comparison } = finding;
  if (comparison === undefined || !hasInterval(finding)) return [];
  const { level, dispersion = 1, family } = comparison;
  const comparisons = family?.comparisons ?? 0;
  const isWorded = ["rates", "treatment", "places"].includes(finding.question) && comparisons > 0;
  return [
    words.say("sure.interval", { level: words.percent(level), n: Math.round(level * 100) }),
    ...(dispersion > 1 ? [words.say("sure.dispersion", { factor: words.ratio(Math.sqrt(dispersion)) })] : []),
    ...(isWorded ? [words.say(comparisons > 1 ? "sure.family" : "sure.family.one", { n: comparisons })] : []),
    ...(isWorded ? [words.say("sure.limits"), words.say("sure.lead")] : []),
  ];
}

/** The longer answer to “how sure is this?”, folded: method, chance, what is missing, caveats and how to redo it. */
export function howSure(finding: Finding, words: Words): Html | undefined {
  if (!isDisparity(finding) || finding.shown === "cannot-say") return undefined;
  const { method, id, caveats, reason } = finding;
  const texts = [
    ...(words.has(`sure.method.${method}`) ? [words.say(`sure.method.${method}`)] : []),
    ...(finding.comparison?.reference === undefined
      ? []
      : [words.say("sure.reference", { reference: referencePhrase(finding, words) })]),
    ...chance(finding, words),
    ...(missingCount(finding) > 0 ? [missingReasons(finding, words)] : []),
    ...[...new Set([...(reason === undefined ? [] : [reason]), ...caveats])]
      .filter((caveat) => !saidBySection.includes(caveat))
      .map((caveat) => reasonText(caveat, words)),
    words.say("sure.check", { id, method }),
  ].flatMap((text) => (text === undefined ? [] : [text]));
  return html`<details class="sure-text"><summary>${words.say("sure.title")}<span class="hidden">: ${id}</span></summary>${texts.map(
    (text) => html`<p>${text}</p>`,
  )}</details>`;
}
