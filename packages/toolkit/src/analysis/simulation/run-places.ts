import { seededRandom } from "../../stats/functions/seeded-random.ts";
import { holmAdjust } from "../../stats/multiplicity/holm-adjust.ts";
import { isRefusal } from "../../stats/refusal.ts";
import { directionOf } from "../compare/direction.ts";
import type { AreaRow } from "../places/area-rows.ts";
import { chosenCovariates, circumstanceColumns } from "../places/circumstances.ts";
import { fitPlaces } from "../places/place-model.ts";
import rules from "../places/place-rules.json" with { type: "json" };
import { type DrawnPlaces, drawPlaces } from "./draw-places.ts";

/** What the model of areas said of many made-up cities. */
export type PlaceOutcomes = {
  readonly cities: number;
  /** Cities without enough events or areas. */
  readonly refused: number;
  readonly falseAlarms: number;
  readonly found: number;
  readonly held: number;
  readonly intervals: number;
  readonly directions: Readonly<Record<string, number>>;
};

/**
 * Fits the place-adjusted model to made-up cities: the part of the question that decides its wording. The question
 * itself also draws 400 samples of areas for the share of a gap that stays, too slow for a thousand cities; a test holds
 * both to the same answers.
 *
 * @param options.ratio of Black residents to White residents of the same area
 */
export function runPlaces(options: {
  readonly areas: number;
  readonly ratio: number;
  readonly cities: number;
  readonly seed: number;
}): PlaceOutcomes {
  const { areas, ratio, cities, seed } = options;
  const random = seededRandom(seed);
  const sums = { refused: 0, falseAlarms: 0, found: 0, held: 0, intervals: 0 };
  const directions: Record<string, number> = {};
  for (let city = 0; city < cities; city += 1) {
    const expected = Math.exp(Math.log(150) + random() * Math.log(20));
    const effects = placeDirections(drawPlaces({ areas, people: expected, rateRatio: { black: ratio } }, random));
    if (effects === undefined) {
      sums.refused += 1;
      continue;
    }
    for (const { group, low, high, direction } of effects) {
      const truth = group === "black" ? ratio : 1;
      directions[direction] = (directions[direction] ?? 0) + 1;
      sums.intervals += 1;
      sums.held += low <= truth && truth <= high ? 1 : 0;
    }
    const isFalse = ({ group, direction }: { readonly group: string; readonly direction: string }): boolean =>
      (direction === "higher" && (group !== "black" || ratio <= 1)) ||
      (direction === "lower" && (group !== "black" || ratio >= 1));
    sums.falseAlarms += effects.some(isFalse) ? 1 : 0;
    sums.found += effects.some(({ group, direction }) => group === "black" && direction === "higher") ? 1 : 0;
  }
  return { cities, directions, ...sums };
}

/** What the adjusted model says of each group; undefined when a city has too few events or areas. */
export function placeDirections({ places, people }: DrawnPlaces) {
  const counts = new Map(people.map(({ area, group, number = 1 }) => [`${area} ${group}`, number]));
  const all = places.places.flatMap((place) =>
    Object.entries(place.residents).map(
      ([group, residents]): AreaRow => ({
        place,
        group,
        count: counts.get(`${place.name} ${group}`) ?? 0,
        exposure: residents / 12,
      }),
    ),
  );
  const byGroup = Map.groupBy(
    all.filter(({ exposure }) => exposure >= rules.smallestExposure.value),
    ({ group }) => group,
  );
  const usable = [...byGroup.values()].filter(
    (own) => own.length >= rules.fewestAreas.value && sum(own) >= rules.fewestEvents.value,
  );
  const groups = usable.map((own) => own[0]?.group);
  const rows = all.filter(({ group, exposure }) => groups.includes(group) && exposure >= rules.smallestExposure.value);
  if (!groups.includes("white") || groups.length < 2) return undefined;
  const circumstances = circumstanceColumns(rows, chosenCovariates(places), "white");
  const model = fitPlaces({ rows, reference: "white", circumstances });
  if (isRefusal(model)) return undefined;
  const effects = [...model.effects];
  const p = holmAdjust(effects.map(([, effect]) => effect.p));
  return effects.map(([group, { ratio }], index) => {
    const { low, high } = ratio.interval ?? { low: 0, high: Number.POSITIVE_INFINITY };
    return { group, low, high, direction: directionOf({ low, high }, p[index] ?? 1) };
  });
}

const sum = (rows: readonly AreaRow[]): number => rows.reduce((total, { count }) => total + count, 0);
