import { plainDirection } from "@evenhand/toolkit/analysis/change/plain-series";
import type { AskedDate, SeriesAnswers } from "./series-change.ts";

/** A series and everything it answers, as data. */
export function seriesJson({ series, asked, undated, issues }: SeriesAnswers) {
  const { name, columns, periods, times, labels, counts, exposure } = series;
  return {
    series: {
      file: name,
      columns,
      periods,
      first: labels[0],
      last: labels.at(-1),
      rows: times.map((time, index) => ({
        time,
        period: labels[index],
        count: counts[index],
        ...(exposure === undefined ? {} : { exposure: exposure[index] }),
      })),
    },
    changes: asked.map(changeJson),
    undated: undated.map(({ id }) => id),
    issues: [...series.issues, ...issues],
  };
}

function changeJson({ event, date, label, change, p, others }: AskedDate) {
  const { refusal, answer, ...sides } = change;
  const head = {
    ...(event === undefined ? {} : { event: event.id, what: event.what }),
    date,
    firstPeriod: label,
    ...sides,
    otherEvents: others.map(({ id }) => id),
  };
  if (answer === undefined) return { ...head, shown: "counts", ...refusal };
  const { withoutChange, residuals, intervals, interval, errors } = answer;
  return {
    ...head,
    shown: "full",
    direction: plainDirection(answer, p ?? answer.p),
    ratio: answer.ratio,
    interval,
    intervals,
    p: answer.p,
    adjustedP: p ?? answer.p,
    observed: withoutChange.observed,
    expected: withoutChange.expected,
    expectedError: withoutChange.standardError,
    difference: withoutChange.difference,
    differenceInterval: withoutChange.interval,
    dispersion: answer.dispersion,
    lag: answer.lag,
    autocorrelation: residuals.autocorrelation ?? null,
    ljungBox: residuals.ljungBox ?? null,
    coefficients: answer.columns.map((column, index) => ({
      column,
      estimate: answer.coefficients[index],
      poissonError: errors.poisson[index],
      quasiPoissonError: errors.quasiPoisson[index],
      neweyWestError: errors.neweyWest[index],
    })),
    course: withoutChange.course,
  };
}
