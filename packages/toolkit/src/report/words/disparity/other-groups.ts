import type { Finding, FindingRow } from "@evenhand/standard";
import type { Words } from "../words.ts";
import { groupPeople, referencePhrase } from "./group-phrase.ts";
import { estimateText } from "./range-phrase.ts";
import { type Sayable, sayable } from "./sayable.ts";

const withRatio: readonly Sayable[] = ["higher", "lower", "range-first"];
const lists: readonly { readonly said: readonly Sayable[]; readonly key: string; readonly isWithRatio: boolean }[] = [
  { said: withRatio, key: "ratio", isWithRatio: true },
  { said: ["about-the-same"], key: "same", isWithRatio: true },
  { said: ["cannot-tell", "cannot-tell-many"], key: "cannot-tell", isWithRatio: true },
  { said: ["small"], key: "small", isWithRatio: true },
  { said: ["reversible"], key: "reversible", isWithRatio: false },
  { said: ["none", "no-comparison"], key: "not-compared", isWithRatio: false },
];

/** The groups beside the headline one, in the finding's order: one sentence for each thing that can be said. */
export function otherGroups(finding: Finding, words: Words): readonly string[] {
  const others = finding.rows.filter(
    ({ key, note }) =>
      key !== finding.lead && key !== finding.comparison?.reference && note !== "suppressed-small-count",
  );
  const estimate = ({ compared }: FindingRow) => (finding.question === "places" ? compared?.adjusted : compared?.ratio);
  return lists.flatMap(({ said, key, isWithRatio }) => {
    const rows = others.filter((row) => said.includes(sayable(row, finding)));
    if (rows.length === 0) return [];
    const items = rows.map((row) => {
      const group = groupPeople(row.key, words);
      return isWithRatio
        ? words.say("disparity.others.item", { group, ratio: estimateText(estimate(row), words) })
        : group;
    });
    const reference = referencePhrase(finding, words);
    return [words.say(`disparity.others.${key}`, { reference, items: items.join("; ") })];
  });
}
