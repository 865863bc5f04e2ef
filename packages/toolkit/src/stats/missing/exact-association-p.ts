import { logChoose } from "../functions/log-beta.ts";

/** One group of a table of two rows: how many have the property, of how many. */
export type GroupCount = { readonly count: number; readonly total: number };

/** How many steps are made before the exact answer is given up: a second or so. */
const mostSteps = 1_500_000;
/** Tables whose probability is within this factor of the observed one count as equally likely, as R does. */
const tie = 1e-7;

/**
 * Fisher's exact test of a table of two rows and any number of groups, with all totals held fixed: the probability of
 * a table no more likely than the one observed. For tables too sparse for the chi-square test. Conservative with few
 * counts. Not for large tables, where the chi-square test serves as well: undefined if the exact sum grows too long.
 *
 * Source: Freeman & Halton (1951), Biometrika 38, 141–149; summed group by group after Mehta & Patel (1983),
 * JASA 78, 427–434.
 *
 * @param groups counts of whole numbers; empty groups change nothing
 * @returns p, 0–1; 1 if everyone or nobody has the property; undefined if there are too many tables to sum
 * @throws RangeError if a count is not a whole number in [0, total]
 * @example exactAssociationP([{ count: 0, total: 12 }, { count: 2, total: 15 }, { count: 1, total: 9 }]) // 0.4579…
 */
export function exactAssociationP(groups: readonly GroupCount[]): number | undefined {
  for (const { count, total } of groups)
    if (!(Number.isInteger(count) && Number.isInteger(total) && 0 <= count && count <= total))
      throw new RangeError(`invalid count; not a whole number in [0, ${total}]: ${count}`);
  const filled = groups.filter(({ total }) => total > 0).toSorted((left, right) => right.total - left.total);
  if (filled.length < 2) return 1;
  const marked = filled.reduce((sum, { count }) => sum + count, 0);
  const all = filled.reduce((sum, { total }) => sum + total, 0);
  const isRare = 2 * marked <= all;
  const fewer = filled.map(({ count, total }) => ({ count: isRare ? count : total - count, total }));
  return tailSum(fewer, isRare ? marked : all - marked);
}

/** By how many marked are used up: partial tables by likelihood, each with the number of ways it comes about. */
type States = Map<number, Map<number, { readonly log: number; weight: number }>>;

function tailSum(groups: readonly GroupCount[], marked: number): number | undefined {
  const totals = groups.map(({ total }) => total);
  const logAll = logChoose(sum(totals), marked);
  const observed = groups.reduce((log, { count, total }) => log + logChoose(total, count), 0) - logAll;
  const limit = observed + Math.log1p(tie);
  let answer = 0;
  let steps = 0;
  let states: States = new Map([[0, new Map([[0, { log: -logAll, weight: 1 }]])]]);
  for (const [index, total] of totals.entries()) {
    const rest = totals.slice(index + 1);
    const restTotal = sum(rest);
    const future = remembered((left) => futureOf(rest, left));
    const next: States = new Map();
    for (const [used, paths] of states) {
      const most = Math.min(total, marked - used);
      for (let count = Math.max(0, marked - used - restTotal); count <= most; count++) {
        steps += paths.size;
        if (steps > mostSteps) return undefined;
        const step = logChoose(total, count);
        const { likeliest, unlikeliest, all } = future(marked - used - count);
        for (const { log, weight } of paths.values()) {
          const path = log + step;
          if (path + likeliest <= limit) answer += weight * Math.exp(path + all);
          else if (path + unlikeliest <= limit) add(next, used + count, path, weight);
        }
      }
    }
    states = next;
  }
  return Math.min(1, answer);
}

/** What the groups still to come can add to the log likelihood: at most, at least (or less), and in all tables. */
function futureOf(rest: readonly number[], left: number) {
  return { likeliest: likeliest(rest, left), unlikeliest: unlikeliest(rest, left), all: logChoose(sum(rest), left) };
}

function remembered<Value>(calculate: (left: number) => Value): (left: number) => Value {
  const known = new Map<number, Value>();
  return (left) => {
    const value = known.get(left) ?? calculate(left);
    known.set(left, value);
    return value;
  };
}

/** Adds a partial table, joined with those as likely. */
function add(states: States, used: number, log: number, weight: number): void {
  const paths = states.get(used) ?? new Map<number, { log: number; weight: number }>();
  states.set(used, paths);
  const key = Math.round(log * 1e9);
  const same = paths.get(key);
  if (same === undefined) paths.set(key, { log, weight });
  else same.weight += weight;
}

/** Largest log product of C(total, count) over counts that sum to `marked`: near even shares, then one by one. */
function likeliest(totals: readonly number[], marked: number): number {
  const all = sum(totals);
  const counts = totals.map((total) => Math.min(total, Math.floor(((total + 1) * marked) / (all + totals.length))));
  const gain = (total: number, index: number): number => (total - (counts[index] ?? 0)) / ((counts[index] ?? 0) + 1);
  const cost = (total: number, index: number): number =>
    (counts[index] ?? 0) === 0 ? Number.POSITIVE_INFINITY : (total - (counts[index] ?? 0) + 1) / (counts[index] ?? 0);
  for (let short = marked - sum(counts); totals.length > 0; short = Math.max(0, short - 1)) {
    const [gains, costs] = [totals.map(gain), totals.map(cost)];
    const [most, least] = [Math.max(...gains), Math.min(...costs)];
    if (short === 0 && most <= least) break;
    const to = gains.indexOf(most);
    counts[to] = (counts[to] ?? 0) + 1;
    const from = costs.indexOf(least);
    if (short === 0) counts[from] = (counts[from] ?? 0) - 1;
  }
  return totals.reduce((log, total, index) => log + logChoose(total, counts[index] ?? 0), 0);
}

/** At most the smallest log product: all in the smallest group, which is least likely, or else no bound. */
function unlikeliest(totals: readonly number[], marked: number): number {
  const smallest = Math.min(...totals);
  return totals.length > 0 && marked <= smallest ? logChoose(smallest, marked) : 0;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
