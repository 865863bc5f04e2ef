import { expect, test } from "vitest";
import city from "./riverton-city.json" with { type: "json" };
import { rivertonPopulation } from "./riverton-population.ts";

test("every group, age band and sex has one line, and they add up to the city within rounding", () => {
  const [header, ...lines] = rivertonPopulation().trimEnd().split("\n");
  expect(header).toBe("group,age_band,sex,count,place");
  expect(lines).toHaveLength(6 * 7 * 2);
  const total = lines.reduce((sum, line) => sum + Number(line.split(",")[3]), 0);
  expect(Math.abs(total - city.population.total)).toBeLessThanOrEqual(lines.length / 2);
});
