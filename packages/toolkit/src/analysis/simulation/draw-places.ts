import type { PlaceTable } from "@evenhand/standard";
import { type Random, randomGamma, randomNormal, randomPoisson } from "../../stats/functions/random-counts.ts";
import type { SyntheticPerson } from "./synthetic-people.ts";

/** What a made-up city of areas is like. */
export type PlacesDesign = {
  readonly areas: number;
  /** Force per resident of a group over that of a White resident of the same area; 1 when absent. */
  readonly rateRatio: Readonly<Record<string, number>>;
  /** People expected in all areas together. */
  readonly people: number;
};

/** A made-up city, and the people on whom force was used there. */
export type DrawnPlaces = { readonly places: PlaceTable; readonly people: readonly SyntheticPerson[] };

/**
 * Draws a city in which poor areas see more force against everybody and fewer White people live there, so that the raw
 * ratio differs from 1 without any difference between neighbours. Areas and groups within areas scatter further, by gamma
 * factors of mean 1.
 */
export function drawPlaces(design: PlacesDesign, random: Random): DrawnPlaces {
  const drawn = Array.from({ length: design.areas }, (_, index) => drawArea(index, random));
  const rows = drawn.flatMap(({ place, level }) =>
    Object.entries(place.residents).map(([group, residents]) => {
      const scatter = randomGamma(8, random) / 8;
      return {
        area: place.name,
        group,
        weight: residents * level * scatter * (design.rateRatio[group] ?? 1),
      };
    }),
  );
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const people = rows.flatMap(({ area, group, weight }): SyntheticPerson[] => {
    const number = randomPoisson((design.people * weight) / total, random);
    return number === 0 ? [] : [{ area, group, number, month: "2020-01" }];
  });
  const covariates = [{ id: "poverty", column: "poverty" }];
  return {
    places: { source: "made-up areas", sha256: "0", places: drawn.map(({ place }) => place), covariates },
    people,
  };
}

function drawArea(index: number, random: Random) {
  const poverty = 0.05 + 0.35 * random();
  const population = Math.round(4500 * Math.exp(0.5 * randomNormal(random)));
  const white = Math.min(0.9, Math.max(0.1, 0.85 - 1.5 * poverty + 0.12 * randomNormal(random)));
  const black = (1 - white) * (0.3 + 0.4 * random());
  const shares = { white, black, hispanic_latino: (1 - white - black) * 0.6, asian: (1 - white - black) * 0.4 };
  const residents = Object.fromEntries(
    Object.entries(shares).map(([group, share]) => [group, Math.round(population * share)]),
  );
  const level = Math.exp(4 * (poverty - 0.225)) * (randomGamma(3, random) / 3);
  return { place: { name: `Area ${index + 1}`, population, residents, covariates: { poverty } }, level };
}
