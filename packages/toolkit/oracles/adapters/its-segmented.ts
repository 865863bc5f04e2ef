import type { Interval } from "@evenhand/standard";
import { segmentedRegression } from "../../src/stats/change/segmented-regression.ts";
import { isRefusal } from "../../src/stats/refusal.ts";
import { adapt, type CaseFiles } from "../adapter.ts";
import { readDataset } from "../read-dataset.ts";

type Input = {
  readonly dataset?: string;
  readonly response?: string;
  readonly exposure?: string | readonly number[] | null;
  readonly time?: string;
  readonly y?: readonly number[];
  readonly t?: readonly number[];
  readonly T0: number;
  readonly fourier?: number;
  readonly nw_lag?: number | null;
  readonly slope?: boolean;
  readonly conf?: number;
};

export const adapter = adapt<Input>((input, files) => {
  const answer = segmentedRegression(seriesOf(input, files), {
    changeAt: input.T0,
    slope: input.slope ?? false,
    seasons: input.fourier ?? 0,
    lag: input.nw_lag ?? undefined,
    level: input.conf ?? 0.95,
  });
  if (isRefusal(answer)) return { coef: null, effect_ratio: null, reason: answer.reason };
  const { errors, intervals, withoutChange, residuals } = answer;
  const pair = ({ low, high }: Interval) => [low, high];
  return {
    columns: answer.columns,
    coef: answer.coefficients,
    se_poisson: errors.poisson,
    dispersion: answer.dispersion,
    se_quasi: errors.quasiPoisson,
    se_newey_west: errors.neweyWest,
    effect_ratio: answer.ratio,
    effect_ci_quasi: pair(intervals.quasiPoisson),
    effect_ci_nw: pair(intervals.neweyWest),
    observed_post: withoutChange.observed,
    expected_post: withoutChange.expected,
    expected_se: withoutChange.standardError,
    difference: withoutChange.difference,
    difference_pi: pair(withoutChange.interval),
    pearson_acf1: residuals.autocorrelation ?? null,
    ljung_box12_p: residuals.ljungBox ?? null,
  };
});

function seriesOf({ dataset, response, exposure, time, y, t }: Input, files: CaseFiles) {
  if (dataset === undefined || response === undefined || time === undefined)
    return { counts: y ?? [], times: t, exposure: typeof exposure === "string" ? undefined : (exposure ?? undefined) };
  const { numbers } = readDataset(files.text(dataset));
  return {
    counts: numbers(response),
    times: numbers(time),
    exposure: typeof exposure === "string" ? numbers(exposure) : undefined,
  };
}
