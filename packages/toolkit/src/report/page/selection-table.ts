import type { Finding, FindingRow, Interval } from "@evenhand/standard";
import { exposureKind, exposuresWord, rateText } from "../words/disparity/exposure-phrase.ts";
import { estimateText } from "../words/disparity/range-phrase.ts";
import { capital, keyTitle } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import { numberCell, type TableCell, type TableLines, textCell } from "./data-table.ts";

/** How strong something unmeasured would have to be, or what stops that would not have happened would do, by group. */
export function selectionTable(finding: Finding, words: Words): TableLines {
  return finding.measure.startsWith("stop-bias") ? biasTable(finding, words) : strengthTable(finding, words);
}

const countTitle = (finding: Finding, words: Words): string =>
  capital(words.say("page.table.count", { units: words.say(`say.units.${finding.unit}`) }));

const countText = ({ count }: FindingRow, words: Words): string =>
  count === undefined ? words.say("caveat.short.suppressed-small-count") : words.number(count);

function strengthTable(finding: Finding, words: Words): TableLines {
  const strength = (value: number | undefined): TableCell => numberCell(value === undefined ? "" : words.ratio(value));
  const titles = ["ratio", "strength", "strength.limit"].map((name) => words.say(`disparity.table.${name}`));
  return {
    head: [textCell(words.say("disparity.table.group")), ...[countTitle(finding, words), ...titles].map(numberCell)],
    rows: finding.rows.map((row) => [
      textCell(keyTitle(row.key, finding, words)),
      numberCell(countText(row, words)),
      numberCell(estimateText(row.compared?.ratio, words)),
      strength(row.figures?.strength),
      strength(row.figures?.strengthLimit),
    ]),
  };
}

function biasTable(finding: Finding, words: Words): TableLines {
  const keys = [...new Set(finding.rows.map(({ key }) => key))];
  const shares = [...new Set(finding.rows.flatMap(({ figures }) => figures?.discretionaryShare ?? []))].filter(
    (share) => share > 0,
  );
  const per = words.number(finding.comparison?.per ?? 1);
  const exposures = exposuresWord(finding, words);
  const titles = [
    countTitle(finding, words),
    words.say(`disparity.table.exposure.${exposureKind(finding)}`),
    words.say("disparity.table.bias.difference", { per }),
    words.say("disparity.table.bias.turn"),
    ...shares.map((share) => words.say("disparity.table.bias.share", { percent: words.percent(share), exposures })),
  ];
  return {
    head: [textCell(words.say("disparity.table.group")), ...titles.map(numberCell)],
    rows: keys.map((key) => biasLine(key, shares, finding, words)),
  };
}

function biasLine(key: string, shares: readonly number[], finding: Finding, words: Words): readonly TableCell[] {
  const rows = finding.rows.filter((row) => row.key === key);
  const [first] = rows;
  if (first === undefined) return [];
  const { exposure, difference } = first.compared ?? {};
  const turn = first.figures?.tippingShare;
  return [
    textCell(keyTitle(key, finding, words)),
    numberCell(countText(first, words)),
    numberCell(exposure === undefined ? "" : words.number(Math.round(exposure))),
    numberCell(difference === undefined ? "" : rateText(difference.value, finding, words)),
    numberCell(turn === undefined || turn <= 0 ? "" : words.comparedPercent(turn)),
    ...shares.map((share) => {
      const row = rows.find(({ figures }) => figures?.discretionaryShare === share);
      return numberCell(boundsText(row, finding, words));
    }),
  ];
}

function boundsText(row: FindingRow | undefined, finding: Finding, words: Words): string {
  const { low, high } = row?.figures ?? {};
  if (low === undefined || high === undefined) return "";
  const bounds: Interval = { low, high };
  return words.say("page.range", {
    low: rateText(bounds.low, finding, words),
    high: rateText(bounds.high, finding, words),
  });
}
