import { csvLine } from "./csv-text.ts";
import city from "./riverton-city.json" with { type: "json" };

/** Made-up residents of fictional Riverton by group (code of `race_ethnicity`), age band and sex; one line each. */
export function rivertonPopulation(): string {
  const { total, groups, ageBands, sexes } = city.population;
  const lines = Object.entries(groups).flatMap(([group, ofGroup]) =>
    Object.entries(ageBands).flatMap(([band, ofBand]) =>
      Object.entries(sexes).map(([sex, ofSex]) =>
        csvLine([group, band, sex, String(Math.round(total * ofGroup * ofBand * ofSex)), `${city.name} (fictional)`]),
      ),
    ),
  );
  return `${["group,age_band,sex,count,place", ...lines].join("\n")}\n`;
}
