import type { Finding, FindingRow } from "@evenhand/standard";
import { present, type Statement } from "../disparity/statement.ts";
import { capital } from "../titles.ts";
import type { Words } from "../words.ts";
import { yearsPhrase } from "../years-phrase.ts";
import { bandPhrase, sharePhrase } from "./band-phrase.ts";
import {
  classTitle,
  definitionsPhrase,
  inClass,
  isUnion,
  ofClass,
  unrecordedOf,
  unsaidPhrase,
} from "./class-phrase.ts";

/** "the 3,099 incidents with force": all records that a ledger is about. */
export const wholePhrase = ({ measure, unit, total }: Finding, words: Words): string => {
  const key = `footprint.whole.${measure}.${unit}`;
  return words.say(words.has(key) ? key : `footprint.whole.situations.${unit}`, { total });
};

/** In how much of the force the contact began in one kind of situation, by the narrow and by the wide definition. */
export function situationsStatement(finding: Finding, words: Words): Statement {
  const lead = finding.rows.find(({ key }) => key === finding.lead);
  const years = yearsPhrase(finding, words);
  const whole = wholePhrase(finding, words);
  const headline =
    lead?.count === undefined
      ? words.say("footprint.none", { years, whole })
      : words.say(`footprint.lead.${finding.unit}`, {
          years,
          whole,
          high: lead.figures?.wide ?? 0,
          band: bandPhrase(lead, words),
          share: sharePhrase(lead, words),
          in: inClass(lead.key, finding, words),
          definitions: definitionsPhrase(lead, finding, words),
        });
  return {
    headline: capital(headline),
    more: [
      ...together(finding, words),
      ...notes(finding, words),
      ...present(finding.measure === "situations-severe" ? words.say("footprint.severe") : undefined),
    ],
    after: present(unknown(lead ?? finding.rows[0], finding, words)),
  };
}

function together(finding: Finding, words: Words): readonly string[] {
  return finding.rows
    .filter(({ key, count, note }) => isUnion(key, finding) && count !== undefined && note !== "which-not-recorded")
    .map((row) =>
      words.say(`footprint.together.${finding.unit}`, {
        high: row.figures?.wide ?? 0,
        band: bandPhrase(row, words),
        share: sharePhrase(row, words),
        in: inClass(row.key, finding, words),
      }),
    );
}

/** What cannot be said of which kinds, one sentence for each reason. */
function notes(finding: Finding, words: Words): readonly string[] {
  const rows = finding.rows.filter(({ key, note }) => note !== undefined && !isUnion(key, finding));
  const groups = Map.groupBy(rows, ({ key, note }) => `${note} ${unrecordedOf(key, finding).join()}`);
  const which = finding.rows.filter(({ note }) => note === "which-not-recorded");
  return [
    ...[...groups.values()].flatMap((group) => noteSentence(group, finding, words) ?? []),
    ...which.map((row) => whichSentence(row, finding, words)),
  ];
}

function noteSentence(group: readonly FindingRow[], finding: Finding, words: Words): string | undefined {
  const [first] = group;
  if (first?.note === undefined || first.note === "which-not-recorded") return undefined;
  const kinds = words.list(group.map(({ key }) => ofClass(key, finding, words)));
  const fields = unrecordedOf(first.key, finding);
  const key = `footprint.note.${first.note}${first.note === "not-recorded" && fields.length === 0 ? ".none" : ""}`;
  return words.has(key) ? words.say(key, { kinds, unsaid: unsaidPhrase(fields, words) }) : undefined;
}

function whichSentence({ key, figures }: FindingRow, finding: Finding, words: Words): string {
  const own = `footprint.note.which.${key}`;
  return words.say(words.has(own) ? own : "footprint.note.which", {
    high: figures?.wide ?? 0,
    title: classTitle(key, finding, words),
  });
}

function unknown(row: FindingRow | undefined, finding: Finding, words: Words): string | undefined {
  const n = row?.figures?.unknown ?? 0;
  if (n === 0 || finding.total === 0) return undefined;
  return words.say("footprint.note.unknown", {
    units: words.say(`say.unit.${finding.unit}`, { n }),
    percent: words.percent(n / finding.total),
  });
}
