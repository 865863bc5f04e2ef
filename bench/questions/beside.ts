import type { Benchmark, PlaceTable } from "../../packages/standard/src/index.ts";
import type { ContextBeside } from "../../packages/toolkit/src/analysis/answer-all.ts";
import city from "../../packages/toolkit/src/sample/riverton-city.json" with { type: "json" };

const { groups, total } = city.population;
const residents = (people: number): Record<string, number> =>
  Object.fromEntries(Object.entries(groups).map(([group, share]) => [group, Math.round(share * people)]));

function benchmark(kind: "population" | "stops", people: number): Benchmark {
  const cells = Object.entries(residents(people)).map(([group, count]) => ({ group, count }));
  return { id: kind, kind, source: "made up", sha256: "0", years: { from: 2020, to: 2020 }, cells, caveats: [] };
}

const names = Object.values(city.districts).flat();
const places: PlaceTable = {
  source: "made up",
  sha256: "0",
  covariates: [{ id: "poverty", column: "poverty" }],
  places: names.map((name, index) => ({
    name,
    residents: residents(10_000 + 700 * index),
    population: 10_000 + 700 * index,
    covariates: { poverty: 0.08 + 0.02 * ((index * 5) % names.length) },
  })),
};

/** Benchmarks and places of the made-up city, so that every question has what it asks for. */
export const beside = {
  benchmarks: [benchmark("population", total * 100), benchmark("stops", total * 400)],
  places,
} satisfies ContextBeside;
