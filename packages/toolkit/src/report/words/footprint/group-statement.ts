import type { Finding, FindingRow } from "@evenhand/standard";
import { groupPeople } from "../disparity/group-phrase.ts";
import { present, type Statement, sentences } from "../disparity/statement.ts";
import { missingCount } from "../missing-count.ts";
import { capital } from "../titles.ts";
import type { Words } from "../words.ts";
import { yearsPhrase } from "../years-phrase.ts";
import { bandPhrase, shareText } from "./band-phrase.ts";
import { inClass, isUnion } from "./class-phrase.ts";

/** The kind of situation that most records of all groups together fall in by its narrow definition. */
export function leadingClass(finding: Finding): string | undefined {
  const narrow = new Map<string, number>();
  for (const { key, count = 0 } of finding.rows)
    if (!isUnion(key, finding) && count > 0) narrow.set(key, (narrow.get(key) ?? 0) + count);
  return [...narrow].toSorted((left, right) => right[1] - left[1])[0]?.[0];
}

/** Which part of each group's force began in one kind of situation: the two groups with the most force, by count. */
export function groupStatement(finding: Finding, words: Words): Statement {
  const id = leadingClass(finding);
  const rows = finding.rows.filter(({ key, share }) => key === id && share !== undefined);
  const [first, second] = rows.toSorted((left, right) => (right.figures?.total ?? 0) - (left.figures?.total ?? 0));
  const years = yearsPhrase(finding, words);
  const headline =
    first === undefined || id === undefined
      ? words.say("footprint.group.none", { years })
      : sentences(
          groupSentence("lead", first, finding, words),
          second && groupSentence("lead.second", second, finding, words),
        );
  const missing = missingCount(finding);
  const isSmall = finding.rows.some(({ count, share }) => count !== undefined && share === undefined);
  return {
    headline: capital(headline),
    more: [words.say("footprint.group.more")],
    after: present(
      isSmall ? words.say("footprint.group.small") : undefined,
      missing > 0
        ? capital(
            words.say("footprint.group.missing", { units: words.say(`say.unit.${finding.unit}`, { n: missing }) }),
          )
        : undefined,
    ),
  };
}

function groupSentence(part: "lead" | "lead.second", row: FindingRow, finding: Finding, words: Words): string {
  return words.say(`footprint.group.${part}${finding.unit === "people" ? "" : ".units"}`, {
    years: yearsPhrase(finding, words),
    units: words.say(`say.units.${finding.unit}`),
    total: row.figures?.total ?? 0,
    people: groupPeople(row.key2 ?? "", words),
    band: bandPhrase(row, words),
    share: shareText(row, words),
    in: inClass(row.key, finding, words),
  });
}
