import { expect, test } from "vitest";
import { rTable } from "./r-table.ts";
import { hasR, runInR } from "./testing/run-in-r.ts";

const table = {
  name: "areas",
  columns: ["area", "events", "poverty"],
  rows: [
    ["01", 3, 0.1],
    ['The "Flats", east', 4, 1e-7],
    ["NA", 5, Number.NaN],
  ],
} as const;

test("a table in R is one line to read it, its columns, its rows, and an end", () => {
  expect(rTable(table)).toEqual([
    expect.stringMatching(
      /^areas <- read\.csv\(.*colClasses = c\("character", "numeric", "numeric"\), text = r"---\($/,
    ),
    '"area","events","poverty"',
    '"01",3,0.1',
    '"The ""Flats"", east",4,1e-7',
    '"NA",5,',
    ')---")',
  ]);
});

test.skipIf(!hasR)("R reads names that look like numbers or nothing as names, and every digit", () => {
  const run = runInR([
    ...rTable(table).map((line) => `  ${line}`),
    "rows <- nrow(areas) # = 3",
    'kept <- sum(areas$area == c("01", "The \\"Flats\\", east", "NA")) # = 3',
    "events <- sum(areas$events) # = 12",
    "poverty <- areas$poverty[2] # = 1e-7",
    "empty <- sum(is.na(areas$poverty)) # = 1",
  ]);
  expect(run.map(({ given }) => given)).toEqual(run.map(({ told }) => told));
});
