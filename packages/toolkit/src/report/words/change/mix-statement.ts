import type { Finding, FindingRow } from "@evenhand/standard";
import { present, type Statement, sentences } from "../disparity/statement.ts";
import { keyTitle } from "../titles.ts";
import type { Words } from "../words.ts";
import { reported } from "../years-phrase.ts";
import { displacementSentences } from "./displacement-sentences.ts";
import { eventPhrase } from "./event-phrase.ts";
import { notCompared } from "./not-compared.ts";
import { saidOf } from "./said-of.ts";

const listed = 5;

/** The mix: which kinds, reasons or areas fell and which rose, over equal windows; nothing where recording forbids it. */
export function mixStatement(finding: Finding, words: Words, ofEvent: readonly Finding[] = []): Statement {
  const counts = windowSentence(finding, words);
  if (finding.shown !== "full") return notCompared(finding, words, ofEvent);
  const moved = movedLists(finding, words);
  return {
    headline: sentences(counts, ...moved),
    more: present(
      sentences(...displacementSentences(finding, words)),
      recordedOtherwise(finding, words),
      sentences(isShift(finding) ? words.say("change.mix.both") : undefined, words.say("change.mix.trend")),
    ),
    after: [],
  };
}

/** "In the 12 months after the rule took effect…, officers reported 360 uses of force; …": the windows set side by side. */
export function windowSentence(finding: Finding, words: Words): string {
  const { windowMonths, before, after } = finding.values ?? {};
  return words.say("change.counts", {
    months: Number(windowMonths ?? 0),
    event: eventPhrase(finding, words),
    counted: reported(finding, Number(after ?? 0), words),
    before: Number(before ?? 0),
  });
}

/** The rows that fell, or rose, beyond chance; drifting codes are not among them. */
export const movedRows = ({ rows }: Finding, direction: "lower" | "higher"): readonly FindingRow[] =>
  rows.filter((row) => row.note === undefined && saidOf(row) === direction);

const isShift = (finding: Finding): boolean =>
  movedRows(finding, "lower").length > 0 && movedRows(finding, "higher").length > 0;

const isOtherwise = ({ note }: FindingRow): boolean => note === "form-changed" || (note?.startsWith("drift") ?? false);

function movedLists(finding: Finding, words: Words): readonly string[] {
  const item = (row: FindingRow): string =>
    words.say("change.mix.item", {
      title: keyTitle(row.key, finding, words),
      before: row.figures?.before ?? 0,
      after: row.figures?.after ?? 0,
    });
  const list = (direction: "lower" | "higher") => {
    const rows = movedRows(finding, direction);
    if (rows.length === 0) return [];
    return [words.say(`change.mix.${direction}`, { items: words.list(rows.slice(0, listed).map(item)) })];
  };
  const compared = finding.rows.filter((row) => !isOtherwise(row));
  const same = compared.filter((row) => saidOf(row) === "about-the-same");
  const moved = [...list("lower"), ...list("higher")];
  const untold = compared.filter((row) => ["cannot-tell", "small", "bend", "none"].includes(saidOf(row))).length;
  if (moved.length === 0) return [words.say("change.mix.none", { n: compared.length })];
  const alike = same.map(({ key }) => keyTitle(key, finding, words)).slice(0, listed);
  return [
    ...moved,
    ...(alike.length === 0 ? [] : [words.say("change.mix.same", { items: words.list(alike) })]),
    ...(untold === 0 ? [] : [words.say("change.mix.others", { n: untold })]),
  ];
}

function recordedOtherwise(finding: Finding, words: Words): string | undefined {
  const titles = finding.rows.filter(isOtherwise).map(({ key }) => keyTitle(key, finding, words));
  return titles.length === 0 ? undefined : words.say("change.mix.recorded", { items: words.list(titles) });
}
