import type { ReviewEvent } from "@evenhand/toolkit/policy/review/review-event";
import { describe, expect, test } from "vitest";
import { reviewBeside } from "./review-beside.ts";

const at = "2025-05-01T09:30:00Z";
const on = { at, provision: "medical-aid" };
const basis = { audit: "a1", documents: "d1" };
const read = { kind: "person-read", isBlind: true, sheet: "s", ...on, ...basis } as const;
const history: readonly ReviewEvent[] = [
  { kind: "machine-read", who: "Evenhand", verdict: "required", reason: "w", ...on, ...basis },
  { ...read, who: "Ana", verdict: "required", reason: "Plain." },
  { ...read, who: "Ben", verdict: "qualified", reason: "“if feasible”" },
  { kind: "decided", who: "ana", verdict: "qualified", reason: "It says if.", ...on },
  { kind: "department-replied", who: "Riverton PD", text: "We train it.", ...on },
  { kind: "reply-answered", who: "Ben", text: "The policy does not say so.", ...on },
];

describe("reviewBeside", () => {
  test("has the verdict that stands, who read and decided it, and the replies", () => {
    expect(reviewBeside(history, "medical-aid", { language: "es", documents: "d1" })).toEqual({
      status: "decided",
      says: expect.stringContaining("se decidió"),
      verdict: "qualified",
      readers: [
        { who: "Ana", at, verdict: "required", reason: "Plain.", isBlind: true },
        { who: "Ben", at, verdict: "qualified", reason: "“if feasible”", isBlind: true },
      ],
      decision: { who: "ana", at, verdict: "qualified", reason: "It says if.", isByReader: true },
      replies: [
        { isAnswer: false, who: "Riverton PD", at, text: "We train it." },
        { isAnswer: true, who: "Ben", at, text: "The policy does not say so." },
      ],
      otherReadings: 0,
    });
  });

  test("confirms nothing about other documents, and keeps the replies", () => {
    const other = reviewBeside(history, "medical-aid", { language: "en", documents: "d2" });
    expect(other).toMatchObject({ status: "first-reading", readers: [], otherReadings: 2 });
    expect([other?.verdict, other?.decision, other?.replies.length]).toEqual([undefined, undefined, 2]);
  });

  test("says nothing of what the history does not know", () => {
    expect(reviewBeside(history, "warning-shots", { language: "en" })).toBeUndefined();
  });
});
