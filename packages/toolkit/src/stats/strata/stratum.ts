/** People of two groups in one stratum: `count1` of `total1` in the first, `count0` of `total0` in the reference. */
export type RiskStratum = {
  readonly count1: number;
  readonly total1: number;
  readonly count0: number;
  readonly total0: number;
};

/** Events and exposure of two groups in one stratum; both exposures in the same unit. */
export type RateStratum = {
  readonly count1: number;
  readonly exposure1: number;
  readonly count0: number;
  readonly exposure0: number;
};
