import { benchmarkFinding, noRate } from "../benchmark/benchmark-finding.ts";
import { comparedSource, peopleQuery } from "../benchmark/people-cells.ts";
import { forceOnly } from "../force-code.ts";
import { question } from "../question.ts";
import { personSource } from "../sources.ts";

/**
 * Compared with what: force against each group per resident, stop, arrest or call, whichever benchmarks were given.
 * Each comparison asks another question and has its own known flaw, so none stands for another.
 */
export const rates = question<"people">({
  id: "rates",
  needs: ["person.race_ethnicity", "person.gender", "person.age_band"],
  cells: (scope) => ({ people: peopleQuery(scope) }),
  answer: (context, { people }) => {
    const source = comparedSource(context.scope);
    const benchmarks = context.benchmarks ?? [];
    if (personSource(context.scope) === undefined)
      return [noRate(context, "people", "population", "unit-not-countable")];
    if (benchmarks.length === 0) return [noRate(context, source.unit, "population", "no-benchmark")];
    return benchmarks.map((benchmark) => benchmarkFinding(context, source, forceOnly(people), benchmark));
  },
});
