import type { Finding } from "@evenhand/standard";
import { present } from "../disparity/statement.ts";
import type { Words } from "../words.ts";
import { eventNoun } from "./event-phrase.ts";

/** What the event is about and everything else, before and after over equal windows; undefined where it is about all. */
export function displacementCounts({ values = {} }: Finding) {
  const { before, after, othersBefore, othersAfter, targetBefore, targetAfter } = values;
  if (typeof othersBefore !== "number" || typeof othersAfter !== "number") return undefined;
  const target = {
    before: Number(targetBefore ?? Number(before) - othersBefore),
    after: Number(targetAfter ?? Number(after) - othersAfter),
  };
  return { target, others: { before: othersBefore, after: othersAfter } };
}

/** What the event is about beside everything else, and both together: whether what fell here rose there. */
export function displacementSentences(finding: Finding, words: Words): readonly string[] {
  const counts = displacementCounts(finding);
  if (counts === undefined) return [];
  const { target, others } = counts;
  const said = words.say("change.mix.target", {
    noun: eventNoun(finding, words),
    before: target.before,
    after: target.after,
    othersBefore: others.before,
    othersAfter: others.after,
  });
  const hasFallen = target.after < target.before && finding.values?.targetMoved !== 0;
  const net = netSentence(finding, hasFallen, words);
  const hasControl = typeof finding.values?.controlBefore === "number";
  return present(said, net, net !== undefined && hasControl ? words.say("change.mix.net.control") : undefined);
}

function netSentence({ values }: Finding, hasFallen: boolean, words: Words): string | undefined {
  const { displacement, displacementLow: low, displacementHigh: high } = values ?? {};
  if (typeof displacement !== "number" || typeof low !== "number" || typeof high !== "number") return undefined;
  const bounds = { low: signed(Math.floor(low + 1e-9), words), high: signed(Math.ceil(high - 1e-9), words) };
  const range = words.say("change.mix.net.range", bounds);
  const n = Math.abs(Math.round(displacement));
  if (high < 0) return words.say(`change.mix.net.${hasFallen ? "lower" : "fewer"}`, { n, range });
  if (low > 0) return words.say("change.mix.net.higher", { n, range });
  return words.say(`change.mix.net.${hasFallen ? "unclear" : "untold"}`, { range });
}

const signed = (n: number, words: Words): string =>
  words.say(n < 0 ? "change.mix.fewer" : "change.mix.more", { n: Math.abs(n) });
