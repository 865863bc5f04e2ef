import { surnameGeographyPosterior } from "../../src/stats/missing/surname-geography-posterior.ts";
import { isRefusal } from "../../src/stats/refusal.ts";
import { adapt } from "../adapter.ts";

type Input = { p_race_given_surname?: number[] | null; geo_counts: number[]; race_totals: number[] };

export const adapter = adapt<Input>(({ p_race_given_surname, geo_counts, race_totals }) => {
  const populations = geo_counts.map((inArea, index) => ({ inArea, inAll: race_totals[index] ?? 0 }));
  const posterior = surnameGeographyPosterior(p_race_given_surname ?? undefined, populations);
  return { posterior: isRefusal(posterior) ? null : posterior };
});
