import { expect, test } from "vitest";
import type { ReviewBeside } from "./review-beside.ts";
import { settledCount, standingGroups } from "./standing-groups.ts";

const review = (status: ReviewBeside["status"], verdict?: ReviewBeside["verdict"]): ReviewBeside => ({
  status,
  says: "",
  readers: [],
  replies: [],
  otherReadings: 0,
  ...(verdict === undefined ? {} : { verdict }),
});

const rules = [
  { id: "untouched", verdict: "required" },
  { id: "agreed", verdict: "required", review: review("confirmed", "qualified") },
  { id: "decided", verdict: "silent", review: review("decided", "required") },
  { id: "differ", verdict: "required", review: review("readers-differ") },
  { id: "one", verdict: "silent", review: review("one-reader", "silent") },
  { id: "older", verdict: "silent", review: review("first-reading") },
] as const;

test("each question counts by the verdict that stands, and by the program's until people settle it", () => {
  expect(standingGroups(rules).map(({ standing, rules: same }) => [standing, same.map(({ id }) => id)])).toEqual([
    ["required", ["untouched", "decided"]],
    ["qualified", ["agreed"]],
    ["silent", ["one", "older"]],
    ["readers-differ", ["differ"]],
  ]);
  expect(settledCount(rules)).toBe(2);
});

test("without questions there are no groups", () => {
  expect([standingGroups([]), settledCount([])]).toEqual([[], 0]);
});
