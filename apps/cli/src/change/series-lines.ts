import type { Interval } from "@evenhand/standard";
import { type PlainSeriesChange, plainDirection } from "@evenhand/toolkit/analysis/change/plain-series";
import { reasonText } from "@evenhand/toolkit/report/words/disparity/reason-text";
import { localeByLanguage } from "@evenhand/toolkit/report/words/locale";
import { openWords } from "@evenhand/toolkit/report/words/words";
import type { Language } from "../arguments.ts";
import { doubtLines } from "../change-input.ts";
import type { Say } from "../words/words.ts";
import type { AskedDate, SeriesAnswers } from "./series-change.ts";

type Speech = { readonly say: Say; readonly language: Language };

/** What a series answers, for a person to read. */
export function seriesLines({ series, asked, undated, issues }: SeriesAnswers, speech: Speech): readonly string[] {
  const { say, language } = speech;
  const { columns } = series;
  const named = columns.guessed.map((column) => (language === "es" ? `«${column}»` : `“${column}”`)).join(", ");
  const notes = series.issues.filter(({ severity }) => severity === "note").map(({ message }) => `  ${message}`);
  return [
    say(columns.exposure === undefined ? "series-head" : "series-head-exposure", {
      file: series.name,
      count: columns.count,
      exposure: columns.exposure ?? "",
      periods: series.counts.length,
      first: series.labels[0] ?? "",
      last: series.labels.at(-1) ?? "",
    }),
    ...(named === "" ? [] : [`  ${say("series-guessed", { columns: named })}`]),
    ...notes,
    ...doubtLines([...series.issues, ...issues], say),
    ...asked.flatMap((one) => ["", ...dateLines(one, speech)]),
    ...undated.flatMap(({ what }) => [
      "",
      say("series-undated", { what: language === "es" ? (what.es ?? what.en) : what.en }),
    ]),
    "",
    say("series-limits"),
  ];
}

function dateLines(one: AskedDate, speech: Speech): readonly string[] {
  const { say, language } = speech;
  const { event, date, label, change, others } = one;
  const nameOf = (what: { readonly en: string; readonly es?: string }) =>
    language === "es" ? (what.es ?? what.en) : what.en;
  const head = say("series-after", { label });
  return [
    event === undefined ? head : `${head} ${say("series-event", { what: nameOf(event.what), date })}`,
    ...(change.phaseIn === 0 ? [] : [`  ${say("series-left-out", { periods: change.phaseIn })}`]),
    ...(change.answer === undefined ? refusedLines(change, speech) : answerLines(one, change, speech)),
    ...(others.length === 0
      ? []
      : [
          `  ${say("series-others")}:`,
          ...others.map((other) => `    ${other.effective ?? other.adopted}: ${nameOf(other.what)}`),
        ]),
  ];
}

type Refused = Extract<PlainSeriesChange, { readonly answer?: undefined }>;
type Answered = Exclude<PlainSeriesChange, { readonly answer?: undefined }>;

function refusedLines({ refusal, ...sides }: Refused, { say, language }: Speech): readonly string[] {
  const number = numberWriter(language);
  return [
    `  ${say("series-refused", { reason: reasonText(refusal.reason, openWords(language)) })}`,
    `  ${say("series-counts", {
      before: number(sides.before, 0),
      periodsBefore: sides.periodsBefore,
      after: number(sides.after, 0),
      periodsAfter: sides.periodsAfter,
    })}`,
    ...(sides.smallestFall === undefined
      ? []
      : [`  ${say("series-smallest", { ratio: number(sides.smallestFall, 2) })}`]),
  ];
}

function answerLines(
  { label, p = Number.NaN }: AskedDate,
  { answer, seasons, slope, placebo, periodsAfter }: Answered,
  { say, language }: Speech,
): readonly string[] {
  const number = numberWriter(language);
  const range = ({ low, high }: Interval, digits: number) =>
    say("series-range", { low: number(low, digits), high: number(high, digits) });
  const { withoutChange, intervals, interval, residuals } = answer;
  const others = placebo?.placebos.filter(({ z }) => z !== undefined).length ?? 0;
  const { autocorrelation } = residuals;
  return [
    `  ${say("series-observed", {
      label,
      periods: periodsAfter,
      observed: number(withoutChange.observed, 0),
      expected: number(withoutChange.expected, 0),
    })}`,
    `  ${say("series-difference", { difference: number(withoutChange.difference, 0), range: range(withoutChange.interval, 0) })}`,
    `  ${say("series-ratio", { ratio: number(answer.ratio, 3), range: range(interval, 3) })}`,
    `  ${say(`series-${plainDirection(answer, p)}`)}`,
    `  ${say("series-intervals", { quasi: range(intervals.quasiPoisson, 3), newey: range(intervals.neweyWest, 3), lag: answer.lag })}`,
    `  ${say(p === answer.p ? "series-p" : "series-p-adjusted", { p: pText(p, number) })}`,
    `  ${say("series-dispersion", { dispersion: number(answer.dispersion, 2) })}`,
    ...(autocorrelation === undefined
      ? []
      : [
          `  ${say("series-autocorrelation", { autocorrelation: number(autocorrelation, 2) })}`,
          ...(autocorrelation > 0.3 ? [`  ${reasonText("months-hang-together", openWords(language))}`] : []),
        ]),
    `  ${say("series-model", { seasons: seasonText(seasons, say), slope: say(slope ? "series-slope" : "series-no-slope") })}`,
    `  ${placebo === undefined ? say("series-no-placebo") : say("series-placebo", { dates: others, p: number(placebo.p, 3) })}`,
  ];
}

const seasonText = (seasons: number | "months", say: Say): string =>
  seasons === "months"
    ? say("series-season-months")
    : seasons === 0
      ? say("series-season-none")
      : say("series-season-waves", { seasons });

type WriteNumber = (value: number, digits: number) => string;

function numberWriter(language: Language): WriteNumber {
  return (value, digits) =>
    new Intl.NumberFormat(localeByLanguage[language], {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value);
}

const pText = (p: number, number: WriteNumber): string => (p < 0.001 ? `< ${number(0.001, 3)}` : number(p, 3));
