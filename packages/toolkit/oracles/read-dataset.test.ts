import { expect, test } from "vitest";
import { readDataset, readPanel } from "./read-dataset.ts";

test("names lose their quotes, columns keep their order", () => {
  const { columns, numbers } = readDataset('"t","y"\r\n1,7\r\n2,9.5\r\n');
  expect(columns).toEqual(["t", "y"]);
  expect(numbers("y")).toEqual([7, 9.5]);
});

test("a missing column, a word and a short line are refused", () => {
  const { numbers } = readDataset("t,y\n1,NA\n2,\n");
  expect(() => numbers("z")).toThrow("invalid column; not one of t, y: z");
  expect(() => numbers("y")).toThrow("invalid y; not a number: NA");
  expect(() => readDataset("t,y\n1\n")).toThrow("invalid row; must have 2 values: 1");
});

test("a panel has one date", () => {
  const panel = (second: number) => `t,u,treated,pop,y,T0\n1,1,1,100,7,2\n1,2,0,90,3,${second}\n`;
  expect(readPanel(panel(2))).toMatchObject({ changeAt: 2, rows: [{ unit: 1, treated: true }, { exposure: 90 }] });
  expect(() => readPanel(panel(3))).toThrow("invalid T0; must be one date: 2, 3");
});
