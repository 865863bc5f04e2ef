import { expect, test } from "vitest";
import type { IntervalLine } from "./interval-line.ts";
import { placeLines } from "./place-lines.ts";

const line = (label: string, parts: Partial<IntervalLine> = {}): IntervalLine => ({
  label,
  tone: "name",
  text: "2.0 (1.5–2.6)",
  startsGroup: true,
  estimate: { kind: "measured", value: 2, interval: { low: 1.5, high: 2.6 } },
  ...parts,
});

test("on a narrow chart the numbers share the label's line where both fit, and stand under it where they do not", () => {
  const placed = placeLines([line("Black"), line("American Indian or Alaska Native, or another")], "narrow");
  expect(placed.above).toHaveLength(1);
  expect(placed.under).toHaveLength(1);
  expect(placed.above[0]?.y).toBe(placed.labels[0]?.y);
  expect(placed.under[0]?.y).toBeGreaterThan(placed.labels[1]?.y ?? 0);
  for (const [index, { y }] of placed.lines.entries()) expect(y).toBeGreaterThan(placed.labels[index]?.y ?? 0);
});

test("short numbers can stand beside a narrow chart, which leaves room for them", () => {
  const placed = placeLines([line("2019"), line("", { startsGroup: false })], "narrow", "beside");
  expect(placed.beside.map(({ y }) => y)).toEqual(placed.lines.map(({ y }) => y));
  expect(placed.labels).toHaveLength(1);
  expect(placed.marginRight).toBeGreaterThan(placeLines([line("2019")], "narrow").marginRight);
});

test("on a wide chart label, mark and numbers are on one height", () => {
  const placed = placeLines([line("Black"), line("White", { text: "compared with", isReference: true })], "wide");
  expect(placed.labels.map(({ y }) => y)).toEqual(placed.lines.map(({ y }) => y));
  expect(placed.beside.map(({ y }) => y)).toEqual(placed.lines.map(({ y }) => y));
});

test("a line without a mark takes no room for one on a narrow chart", () => {
  const { estimate: _, ...bare } = line("Black");
  const heights = [line("Black"), bare].map((only) => placeLines([only], "narrow").height);
  expect(heights[0]).toBeGreaterThan(heights[1] ?? 0);
});
