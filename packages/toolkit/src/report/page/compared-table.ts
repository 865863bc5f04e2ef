import type { Finding, FindingRow } from "@evenhand/standard";
import { circumstancesPhrase } from "../words/disparity/circumstances-phrase.ts";
import { exposureKind, rateText } from "../words/disparity/exposure-phrase.ts";
import { estimateText, rangeText } from "../words/disparity/range-phrase.ts";
import { reasonText } from "../words/disparity/reason-text.ts";
import { sayable } from "../words/disparity/sayable.ts";
import { capital, keyTitle } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import { numberCell, type TableCell, type TableLines, textCell } from "./data-table.ts";

type Column = {
  readonly title: string;
  readonly text: (row: FindingRow) => string;
  /** Words, set at the left. */
  readonly isText?: boolean;
};

/** Count, exposure, rate, ratio, what can be said, adjusted ratio, range and note of each group, the reference marked. */
export function comparedTable(finding: Finding, words: Words): TableLines {
  const columns = [
    ...ownColumns(finding, words),
    ratioColumn(finding, words),
    saidColumn(finding, words),
    ...furtherColumns(finding, words),
    noteColumn(words),
  ].filter(({ text }) => finding.rows.some((row) => text(row) !== ""));
  const name = ({ key }: FindingRow): string => {
    const group = keyTitle(key, finding, words);
    return key === finding.comparison?.reference ? words.say("disparity.table.reference", { group }) : group;
  };
  const cell = ({ text, isText }: Column, row: FindingRow): TableCell =>
    isText ? textCell(text(row)) : numberCell(text(row));
  return {
    head: [
      textCell(words.say("disparity.table.group")),
      ...columns.map(({ title, isText }) => (isText ? textCell(title) : numberCell(title))),
    ],
    rows: finding.rows.map((row) => [textCell(name(row)), ...columns.map((column) => cell(column, row))]),
  };
}

function ownColumns(finding: Finding, words: Words): readonly Column[] {
  const kind = finding.question === "places" ? "population" : exposureKind(finding);
  const count = capital(words.say("page.table.count", { units: words.say(`say.units.${finding.unit}`) }));
  const exposure = ({ compared }: FindingRow) =>
    compared?.exposure === undefined ? "" : words.number(Math.round(compared.exposure));
  return [
    {
      title: count,
      text: ({ count: n }) => (n === undefined ? words.say("caveat.short.suppressed-small-count") : words.number(n)),
    },
    { title: words.say(`disparity.table.exposure.${kind}`), text: exposure },
    rateColumn(finding, words),
  ];
}

function rateColumn(finding: Finding, words: Words): Column {
  const { per = 1 } = finding.comparison ?? {};
  if (finding.question === "treatment")
    return {
      title: words.say("disparity.table.share"),
      text: ({ share }) => (share === undefined ? "" : words.comparedPercent(share)),
    };
  const isYearly = exposureKind(finding) === "population";
  // Places carry a rate per resident and year, for which one in a thousand is the readable unit.
  const shown = per === 1 ? 1000 : per;
  return {
    title: words.say(isYearly ? "disparity.table.rate.year" : "disparity.table.rate", { per: words.number(shown) }),
    text: ({ compared }) =>
      compared?.rate === undefined
        ? ""
        : per === 1
          ? words.rate(compared.rate.value * shown)
          : rateText(compared.rate.value, finding, words),
  };
}

const ratioColumn = (finding: Finding, words: Words): Column => ({
  title: words.say(finding.question === "places" ? "disparity.table.ratio.raw" : "disparity.table.ratio"),
  text: ({ compared }) => estimateText(compared?.ratio, words),
});

function adjustedTitle(finding: Finding, words: Words): string {
  if (finding.question === "rates") return words.say("disparity.table.adjusted.age-sex");
  if (finding.question === "places") return words.say("disparity.table.adjusted.places");
  return words.say("disparity.table.adjusted", { circumstances: circumstancesPhrase(finding, words) });
}

function furtherColumns(finding: Finding, words: Words): readonly Column[] {
  return [
    { title: adjustedTitle(finding, words), text: ({ compared }) => estimateText(compared?.adjusted, words) },
    {
      title: words.say("disparity.table.remaining"),
      text: ({ compared }) => {
        const { value, interval } = compared?.remaining ?? {};
        if (value === undefined || interval === undefined) return "";
        const [low, high] = [interval.low, interval.high].map((bound) => words.comparedPercent(bound));
        return words.say("disparity.table.estimate", {
          value: words.comparedPercent(value),
          low: low ?? "",
          high: high ?? "",
        });
      },
    },
    { title: words.say("disparity.table.range"), text: ({ compared }) => rangeText(compared?.ratioRange, words) },
  ];
}

const saidColumn = (finding: Finding, words: Words): Column => ({
  title: words.say("disparity.table.said"),
  isText: true,
  text: (row) =>
    row.compared === undefined || row.key === finding.comparison?.reference
      ? ""
      : words.say(`disparity.said.${sayable(row, finding)}`),
});

const noteColumn = (words: Words): Column => ({
  title: words.say("page.table.note"),
  isText: true,
  text: ({ note, compared }) => {
    if (note !== undefined)
      return words.has(`caveat.short.${note}`) ? words.say(`caveat.short.${note}`) : reasonText(note, words);
    return compared?.direction === "none" && compared.reason !== undefined ? reasonText(compared.reason, words) : "";
  },
});
