import { expect, test } from "vitest";
import { findHeader } from "./find-header.ts";

const data = [
  ["1", "2016-01-02", "Black", "31"],
  ["2", "2016-01-03", "White", "25"],
  ["3", "2016-01-04", "Black", "40"],
  ["4", "2016-01-05", "Asian", "19"],
];
const header = ["id", "date", "race", "age"];

test("the first line that fills half of the columns is the header", () => {
  expect(findHeader([["Use of force 2016"], [], header, ...data])).toEqual({
    header,
    skip: 3,
    banner: ["Use of force 2016"],
    isNamed: true,
  });
});

test("a header of years stands over counts", () => {
  const years = ["race", "2016", "2017", "2018"];
  const counts = ["Black", "White", "Asian"].map((race) => [race, "10", "12", "9"]);
  expect(findHeader([years, ...counts])).toMatchObject({ header: years, skip: 1, isNamed: true });
});

test("a file that begins with data has no header", () => {
  expect(findHeader(data)).toMatchObject({ header: ["", "", "", ""], skip: 0, isNamed: false });
});

test("a second header is told from data by what the columns hold", () => {
  const second = ["ID", "Date Occurred", "Race Desc", "Age"];
  expect(findHeader([header, second, ...data])).toMatchObject({ secondHeader: second, skip: 2 });
  expect(findHeader([header, ["ID", "Date Occurred", "Black", "Age"], ...data])).toMatchObject({ skip: 1 });
  expect(findHeader([header, ["9", "2016-01-01", "Other", "unknown"], ...data])).toMatchObject({ skip: 1 });
  expect(
    findHeader([
      ["a", "b"],
      ["x", "y"],
      ["v", "w"],
      ["t", "u"],
    ]),
  ).toMatchObject({ skip: 1 });
});

test("no record with text, no header", () => {
  expect(findHeader([[], [" ", ""]])).toBeUndefined();
});
