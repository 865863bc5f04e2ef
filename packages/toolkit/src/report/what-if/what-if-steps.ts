import type { Finding } from "@evenhand/standard";
import { wholePhrase } from "../words/footprint/situations-statement.ts";
import { everybody, supposed } from "../words/footprint/what-if-statement.ts";
import { localeByLanguage } from "../words/locale.ts";
import type { Words } from "../words/words.ts";

/** The arithmetic of a what-if, one line a step: 708 × 0.3 × (1 − 0.1) × 1 = 191.2, so about 191. */
export function whatIfSteps(finding: Finding, words: Words): readonly string[] {
  const all = everybody(finding);
  if (all === undefined) return [];
  const say = (step: string, values: Parameters<Words["say"]>[1] = {}): string =>
    words.say(`footprint.whatif.step.${step}`, values);
  const {
    narrow = 0,
    wide = 0,
    avoided = 0,
    avoidedWide = 0,
    shareRemoved = 0,
    shareRemovedWide = 0,
  } = all.figures ?? {};
  const isBand = narrow !== wide;
  const backup = exactText(supposed("backup", finding), words);
  const factors = {
    share: exactText(supposed("share", finding), words),
    backup,
    risk: exactText(supposed("relativeRisk", finding), words),
  };
  const product = (count: number, exact: number) => ({
    ...factors,
    count,
    exact: exactText(exact, words),
    rounded: Math.round(exact),
  });
  const { shareLow, shareHigh } = finding.values ?? {};
  const hasRange = typeof shareLow === "number" && typeof shareHigh === "number";
  const [low, high] = [
    words.number(Math.round(all.figures?.avoidedLow ?? 0)),
    words.number(Math.round(all.figures?.avoidedHigh ?? 0)),
  ];
  return [
    isBand ? say("contacts", { low: narrow, high: wide }) : say("contacts.one", { low: narrow }),
    hasRange
      ? say("share.range", { ...factors, low: exactText(shareLow, words), high: exactText(shareHigh, words) })
      : say("share", factors),
    say("backup", { backup, rest: exactText(1 - supposed("backup", finding), words) }),
    say("risk", factors),
    say("narrow", product(narrow, avoided)),
    ...(isBand ? [say("wide", product(wide, avoidedWide))] : []),
    say(hasRange ? "range.share" : "range", { low, high }),
    removed(finding, [shareRemoved, shareRemovedWide], words),
  ];
}

function removed(finding: Finding, shares: readonly [number, number], words: Words): string {
  const [low, high] = shares.map((share) => words.comparedPercent(share));
  const whole = wholePhrase(finding, words);
  return low === high
    ? words.say("footprint.whatif.step.removed", { share: low ?? "", whole })
    : words.say("footprint.whatif.step.removed.band", { low: low ?? "", high: high ?? "", whole });
}

/** A factor with as many decimals as it has, at most four; a product to one decimal. */
function exactText(value: number, words: Words): string {
  return value > 1
    ? words.decimal(value)
    : new Intl.NumberFormat(localeByLanguage[words.language], { maximumFractionDigits: 4 }).format(value);
}
