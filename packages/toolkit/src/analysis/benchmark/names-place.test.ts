import { expect, test } from "vitest";
import { namesPlace } from "./names-place.ts";

test.each([
  ["American Community Survey; Hennepin County, Minnesota, 1,224,763 residents", "minneapolis-mn", false],
  ["American Community Survey; 21 areas in New Jersey", "new-jersey-nj", true],
  ["riverton_population.csv", "riverton-xx", true],
  ["residents.csv", "riverton-xx", false],
  ["DP05; Saint Paul city, Minnesota", "saint-paul-police-department", true],
])("%s for %s: %s", (source, place, named) => expect(namesPlace(source, place)).toBe(named));
