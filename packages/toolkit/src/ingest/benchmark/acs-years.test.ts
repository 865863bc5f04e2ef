import { expect, test } from "vitest";
import { acsYears } from "./acs-years.ts";

test.each([
  ["37-00049_ACS_race-sex-age.ACS_15_5YR_DP05_with_ann.csv", { from: 2011, to: 2015 }],
  ["ACSDT5Y2022.B03002-Data.csv", { from: 2018, to: 2022 }],
  ["ACSDP1Y2019.DP05-2024-01-02T030405.csv", { from: 2019, to: 2019 }],
  ["acs_2017_5_year_county_level_race_data.csv", { from: 2013, to: 2017 }],
  ["population_2024-01-05.csv", undefined],
])("%s", (name, years) => expect(acsYears(name)).toEqual(years));
