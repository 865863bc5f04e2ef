import { betaQuantile } from "../../src/stats/functions/beta-quantile.ts";
import { betaShare, betaTail } from "../../src/stats/functions/beta-share.ts";
import {
  binomialLogProbability,
  binomialShare,
  binomialUpperTail,
} from "../../src/stats/functions/binomial-probability.ts";
import { chiSquareQuantile, chiSquareShare, chiSquareTail } from "../../src/stats/functions/chi-square-tail.ts";
import { digamma, trigamma } from "../../src/stats/functions/digamma.ts";
import { errorFunction, errorFunctionComplement } from "../../src/stats/functions/error-function.ts";
import { fQuantile, fShare, fTail } from "../../src/stats/functions/f-tail.ts";
import { gammaQuantile } from "../../src/stats/functions/gamma-quantile.ts";
import { gammaShare, gammaTail } from "../../src/stats/functions/gamma-tail.ts";
import { logBeta, logChoose } from "../../src/stats/functions/log-beta.ts";
import { logFactorial, logGamma } from "../../src/stats/functions/log-gamma.ts";
import { negativeBinomialLogProbability } from "../../src/stats/functions/negative-binomial-probability.ts";
import { normalQuantile, normalShare, normalTail, normalUpperTail } from "../../src/stats/functions/normal-tail.ts";
import {
  poissonLogProbability,
  poissonShare,
  poissonUpperTail,
} from "../../src/stats/functions/poisson-probability.ts";
import { studentQuantile, studentShare, studentTail } from "../../src/stats/functions/student-tail.ts";
import { adapt } from "../adapter.ts";

type Arguments = Readonly<Record<string, readonly number[] | number>>;
type Row = Readonly<Record<string, number>>;
type Answers = Readonly<Record<string, (row: Row) => number>>;

/** The first of several names under which an argument may come; NaN, which every function refuses, if none is there. */
function named(row: Row, ...names: readonly string[]): number {
  for (const name of names) if (row[name] !== undefined) return row[name];
  return Number.NaN;
}

const degrees = (row: Row) => named(row, "df", "degrees");
const mean = (row: Row) => named(row, "mu", "lambda", "mean");
const count = (row: Row) => named(row, "q", "x", "y", "k");
const trials = (row: Row) => named(row, "size", "n");
const chance = (row: Row) => named(row, "prob", "p");
const score = (row: Row) => named(row, "z", "q", "x");
const rate = (row: Row) => row.rate ?? 1;
const first = (row: Row) => named(row, "a", "shape1");
const second = (row: Row) => named(row, "b", "shape2");
const limit = (row: Row) => named(row, "x", "q");
const ratio = (row: Row) => named(row, "f", "x", "q");
const above = (row: Row) => named(row, "df1", "d1");
const below = (row: Row) => named(row, "df2", "d2");
const statistic = (row: Row) => named(row, "t", "q", "x");
const negativeBinomial = (row: Row) =>
  negativeBinomialLogProbability(count(row), { size: trials(row), mean: mean(row) });

const functions: Readonly<Record<string, Answers>> = {
  lgamma: { y: (row) => logGamma(named(row, "x")) },
  lbeta: { y: (row) => logBeta(first(row), second(row)) },
  lfactorial: { y: (row) => logFactorial(named(row, "x", "n")) },
  lchoose: { y: (row) => logChoose(named(row, "n"), named(row, "k")) },
  digamma: { y: (row) => digamma(named(row, "x")) },
  trigamma: { y: (row) => trigamma(named(row, "x")) },
  erf: { y: (row) => errorFunction(named(row, "x")) },
  erfc: { y: (row) => errorFunctionComplement(named(row, "x")) },
  pnorm: {
    lower: (row) => normalShare(score(row)),
    upper: (row) => normalUpperTail(score(row)),
    two_sided: (row) => normalTail(score(row)),
  },
  qnorm: { y: (row) => normalQuantile(named(row, "p")) },
  pgamma: {
    lower: (row) => gammaShare(named(row, "shape", "a"), limit(row) * rate(row)),
    upper: (row) => gammaTail(named(row, "shape", "a"), limit(row) * rate(row)),
  },
  qgamma: { y: (row) => gammaQuantile(named(row, "p"), { shape: named(row, "shape", "a"), rate: rate(row) }) },
  pbeta: {
    lower: (row) => betaShare(limit(row), first(row), second(row)),
    upper: (row) => betaTail(limit(row), first(row), second(row)),
  },
  qbeta: { y: (row) => betaQuantile(named(row, "p"), first(row), second(row)) },
  pt: {
    lower: (row) => studentShare(statistic(row), degrees(row)),
    upper: (row) => studentShare(-statistic(row), degrees(row)),
    two_sided: (row) => studentTail(statistic(row), degrees(row)),
  },
  qt: { y: (row) => studentQuantile(named(row, "p"), degrees(row)) },
  pchisq: {
    lower: (row) => chiSquareShare(limit(row), degrees(row)),
    upper: (row) => chiSquareTail(limit(row), degrees(row)),
  },
  qchisq: { y: (row) => chiSquareQuantile(named(row, "p"), degrees(row)) },
  pf: {
    lower: (row) => fShare(ratio(row), above(row), below(row)),
    upper: (row) => fTail(ratio(row), above(row), below(row)),
  },
  qf: { y: (row) => fQuantile(named(row, "p"), above(row), below(row)) },
  ppois: {
    lower: (row) => poissonShare(count(row), mean(row)),
    upper: (row) => poissonUpperTail(count(row), mean(row)),
    pmf: (row) => Math.exp(poissonLogProbability(count(row), mean(row))),
    logpmf: (row) => poissonLogProbability(count(row), mean(row)),
  },
  pbinom: {
    lower: (row) => binomialShare(count(row), trials(row), chance(row)),
    upper: (row) => binomialUpperTail(count(row), trials(row), chance(row)),
    pmf: (row) => Math.exp(binomialLogProbability(count(row), trials(row), chance(row))),
    logpmf: (row) => binomialLogProbability(count(row), trials(row), chance(row)),
  },
  dnbinom: { pmf: (row) => Math.exp(negativeBinomial(row)), logpmf: negativeBinomial },
};

const otherNames: Readonly<Record<string, string>> = { dpois: "ppois", dbinom: "pbinom", dnbinom_mu: "dnbinom" };

/** The arguments of each call; a single number goes with every call. */
function rows(input: Arguments): readonly Row[] {
  const lists = Object.entries(input).filter(([, value]) => typeof value !== "string");
  const length = Math.max(1, ...lists.map(([, value]) => (typeof value === "number" ? 1 : value.length)));
  return Array.from({ length }, (_, index) =>
    Object.fromEntries(
      lists.map(([name, value]) => [name, typeof value === "number" ? value : (value[index] ?? Number.NaN)]),
    ),
  );
}

/** One list of answers per tail, in the order of the arguments. */
export const adapter = adapt<Arguments & { readonly fn: string }>(({ fn, ...input }) => {
  const answers = functions[otherNames[fn] ?? fn];
  if (answers === undefined) throw new RangeError(`invalid fn; not a known function: ${fn}`);
  const calls = rows(input);
  return Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, calls.map(answer)]));
});
