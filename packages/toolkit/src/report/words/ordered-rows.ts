import { type Finding, type FindingRow, findCode } from "@evenhand/standard";
import { keyTitle } from "./titles.ts";
import type { Words } from "./words.ts";

type Order = (a: FindingRow, b: FindingRow) => number;

const byAge: Order = (a, b) => {
  const [first, second] = [findCode("age_band", a.key), findCode("age_band", b.key)];
  return (first?.low ?? 0) - (second?.low ?? 0) || (first?.high ?? 999) - (second?.high ?? 999);
};

const isVague = ({ key }: FindingRow) => (findCode("race_ethnicity", key)?.legacy === true ? 1 : 0);

/**
 * A finding's rows in the order a reader meets them: ages from young to old, race groups by the alphabet with the
 * unclear ones last, so that no ranking is suggested; all others as the finding has them.
 */
export function orderedRows(finding: Finding, words: Words): readonly FindingRow[] {
  if (finding.rows.some(({ key2 }) => key2 !== undefined)) return finding.rows;
  const list = finding.dimension?.codeList;
  if (list === "age_band") return finding.rows.toSorted(byAge);
  if (list !== "race_ethnicity") return finding.rows;
  const title = ({ key }: FindingRow) => keyTitle(key, finding, words);
  return finding.rows.toSorted((a, b) => isVague(a) - isVague(b) || words.compare(title(a), title(b)));
}
