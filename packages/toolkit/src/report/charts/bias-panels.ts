import type { Finding } from "@evenhand/standard";
import { localeByLanguage } from "../words/locale.ts";
import { orderedRows } from "../words/ordered-rows.ts";
import { keyTitle } from "../words/titles.ts";
import type { Words } from "../words/words.ts";

/** Over all contacts between `low` and `high`; among the group's own contacts `amongGroup`. */
type Point = { readonly share: number; readonly low: number; readonly high: number; readonly amongGroup: number };
/** What one group's panel shows and says. */
export type BiasPanel = {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly points: readonly Point[];
  /** Ends of its own scale; 0 lies between or on them. */
  readonly low: number;
  readonly high: number;
  readonly tipping?: number;
};
/** Groups with bounds, in the order of the site. */
export function biasPanels(finding: Finding, words: Words): readonly BiasPanel[] {
  const keys = [...new Set(finding.rows.map(({ key }) => key))];
  const ordered = orderedRows({ ...finding, rows: keys.map((key) => ({ key })) }, words);
  return ordered.flatMap(({ key }) => {
    const rows = finding.rows.filter((row) => row.key === key);
    const points = rows.flatMap(({ figures }): Point[] => {
      const { discretionaryShare: share, low, high, amongGroup } = figures ?? {};
      if (share === undefined || low === undefined || high === undefined || amongGroup === undefined) return [];
      return [{ share, low, high, amongGroup }];
    });
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined || first === last) return [];
    const tipping = rows[0]?.figures?.tippingShare;
    const isTurning = tipping !== undefined && tipping > 0 && tipping <= last.share;
    const text = panelText(
      { recorded: rows[0]?.compared?.difference?.value ?? first.low, last, ...(isTurning ? { tipping } : {}) },
      finding,
      words,
    );
    const ends = points.flatMap(({ low, high, amongGroup }) => [low, high, amongGroup]);
    const scale = { low: Math.min(0, ...ends), high: Math.max(0, ...ends) };
    return [{ key, label: keyTitle(key, finding, words), text, points, ...scale, ...(isTurning ? { tipping } : {}) }];
  });
}

type Ends = { readonly recorded: number; readonly last: Point; readonly tipping?: number };

function panelText({ recorded, last, tipping }: Ends, finding: Finding, words: Words): string {
  const per = finding.comparison?.per ?? 1;
  const signed = (value: number) =>
    words.say(value * per < 0 ? "chart.bias.fewer" : "chart.bias.more", {
      n: figureText(Math.abs(value * per), words),
    });
  const values = {
    from: signed(recorded),
    low: signed(last.low),
    high: signed(last.high),
    per: words.number(per),
    share: words.percent(last.share),
  };
  const text = words.say("chart.bias.text", values);
  return tipping === undefined ? text : `${text} ${words.say("chart.bias.turn", { share: words.percent(tipping) })}`;
}

/** A difference to two figures, to whole numbers from 100; not for counts. */
export function figureText(value: number, words: Words): string {
  const digits = Math.abs(value) >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 2 };
  return new Intl.NumberFormat(localeByLanguage[words.language], digits).format(value + 0);
}
