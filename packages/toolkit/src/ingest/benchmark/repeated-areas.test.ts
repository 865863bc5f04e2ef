import { expect, test } from "vitest";
import { repeatedAreas } from "./repeated-areas.ts";

const area = (name: string, ...counts: number[]) => ({ name, counts });

test("finds the numbers of a larger area beside each of its parts", () => {
  const areas = [area("B1", 110_103, 3084), area("B2", 110_103, 3084), area("C1", 56_167, 17_246)];
  expect(repeatedAreas(areas)).toMatch(/113,187 people stand beside “B1”, “B2”/);
});

test("lets a coincidence pass: one count, small counts, few of many", () => {
  expect(
    repeatedAreas([area("A", 3249), area("B", 3249), area("C", 100), area("D", 7000), area("E", 800)]),
  ).toBeUndefined();
  expect(repeatedAreas([area("A", 10, 5), area("B", 10, 5)])).toBeUndefined();
  const many = Array.from({ length: 20 }, (_, index) => area(`T${index}`, 900 + index, 50));
  expect(repeatedAreas([...many, area("A", 700, 60), area("B", 700, 60)])).toBeUndefined();
});
