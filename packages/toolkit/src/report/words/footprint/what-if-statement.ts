import type { Finding, FindingRow } from "@evenhand/standard";
import { present, type Statement, sentences } from "../disparity/statement.ts";
import { capital } from "../titles.ts";
import type { Words } from "../words.ts";
import { yearsPhrase } from "../years-phrase.ts";
import { bandPhrase, sharePhrase } from "./band-phrase.ts";
import { definitionsPhrase, inClass } from "./class-phrase.ts";
import { ratioSentences } from "./ratio-sentence.ts";
import { wholePhrase } from "./situations-statement.ts";

/** A value of a what-if finding; 0 where it is not there. */
export const supposed = (name: string, { values }: Finding): number => Number(values?.[name] ?? 0);

/** Shares of contacts as a reader says them: "30 of 100". */
const of100 = (share: number, words: Words): string => words.decimal(share * 100);

/** The row of everybody, with the class as its key so that phrases of classes can be made of it. */
export function everybody(finding: Finding): FindingRow | undefined {
  const all = finding.rows.find(({ key }) => key === "all");
  if (all?.count === undefined) return undefined;
  const { narrow = 0, wide = 0 } = all.figures ?? {};
  const isShared = all.count >= 10;
  return {
    ...all,
    key: String(finding.values?.class ?? ""),
    ...(isShared ? { range: { low: narrow / all.count, high: wide / all.count } } : {}),
  };
}

/** "about 191 to 298": what would not have happened, by the two definitions. */
export function avoidedPhrase({ figures }: FindingRow, words: Words): string {
  const [low, high] = [figures?.avoided ?? 0, figures?.avoidedWide ?? 0].map(Math.round);
  return low === high
    ? words.say("footprint.whatif.about", { low: low ?? 0 })
    : words.say("footprint.whatif.about.band", { low: low ?? 0, high: high ?? 0 });
}

/** How much of the recorded force would not have happened if part of one kind of contact had met a different response. */
export function whatIfStatement(finding: Finding, words: Words): Statement {
  const all = everybody(finding);
  if (all === undefined) return { headline: "", more: [], after: [] };
  const backup = supposed("backup", finding);
  const isPeople = finding.unit === "people";
  const lead = words.say(`footprint.whatif.lead.${isPeople ? "people" : "units"}`, {
    share: of100(supposed("share", finding), words),
    backup: backup === 0 ? "" : words.say("footprint.whatif.backup", { backup: of100(backup, words) }),
    avoided: avoidedPhrase(all, words),
    total: finding.total,
    units: words.say(`say.units.${finding.unit}`),
    low: Math.round(all.figures?.avoidedLow ?? 0),
    high: Math.round(all.figures?.avoidedHigh ?? 0),
  });
  const base = words.has(`footprint.whatif.base.${finding.unit}`)
    ? `footprint.whatif.base.${finding.unit}`
    : "footprint.whatif.base";
  return {
    headline: sentences(
      capital(
        words.say(base, {
          years: yearsPhrase(finding, words),
          high: all.figures?.wide ?? 0,
          band: bandPhrase(all, words),
          whole: wholePhrase(finding, words),
          share: sharePhrase(all, words),
          in: inClass(all.key, finding, words),
          definitions: definitionsPhrase(all, finding, words),
        }),
      ),
      lead,
    ),
    more: [words.say("footprint.whatif.past")],
    after: present(...ratioSentences(finding, words), missingGroups(finding, words)),
  };
}

/** Records without a group: in the sum for all, in no group. */
export function missingGroups(finding: Finding, words: Words): string | undefined {
  const grouped = finding.rows.reduce((sum, { key, count = 0 }) => sum + (key === "all" ? 0 : count), 0);
  const n = finding.total - grouped;
  if (n <= 0 || finding.rows.length < 2) return undefined;
  return capital(words.say("footprint.whatif.missing", { units: words.say(`say.unit.${finding.unit}`, { n }) }));
}
