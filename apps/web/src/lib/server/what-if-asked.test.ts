import { knownFootprint } from "@evenhand/toolkit/analysis/footprint/footprint-list";
import { expect, test } from "vitest";
import { askedOf, readyAddress, supposedOf } from "./what-if-asked.ts";

const asked = (query: string) => askedOf(new URLSearchParams(query), knownFootprint);

test("a ready example's address is read back as it was made", () => {
  for (const [share, backup] of [
    [0.3, 0],
    [1, 0.07],
    [0.29, 0.57],
  ] as const) {
    const supposed = { class: "mental_health", share, backup };
    expect(supposedOf(readyAddress(supposed), knownFootprint)).toEqual(supposed);
  }
});

test.each([
  "mental_health",
  "mental_health-101",
  "mental_health-30-101",
  "other-30",
  "../x-30",
  "mental_health--3",
  "",
])("no example: %s", (part) => expect(supposedOf(part, knownFootprint)).toBeUndefined());

test("an empty form asks nothing", () =>
  expect(asked("")).toEqual({ given: { class: "", share: "", backup: "" }, wrong: [] }));

test("numbers of 100 are read with point, comma or percent sign; no backup is none", () => {
  expect(asked("class=school&share=12.5&backup=").supposed).toEqual({ class: "school", share: 0.125, backup: 0 });
  expect(asked("class=school&share=12,5%25&backup=7").supposed).toEqual({
    class: "school",
    share: 0.125,
    backup: 0.07,
  });
});

test.each([
  ["class=none&share=30", ["class"]],
  ["class=school&share=300", ["share"]],
  ["class=school&share=-3", ["share"]],
  ["class=school&share=1e1", ["share"]],
  ["class=school", ["share"]],
  ["share=x&backup=y", ["class", "share", "backup"]],
])("%s is wrong in %s", (query, wrong) => {
  expect(asked(query).wrong).toEqual(wrong);
  expect(asked(query).supposed).toBeUndefined();
});

test("a field is kept no longer than a form needs", () =>
  expect(asked(`class=${"x".repeat(5000)}`).given.class).toHaveLength(80));
