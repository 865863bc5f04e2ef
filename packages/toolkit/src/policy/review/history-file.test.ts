import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { historyText, readHistory } from "./history-file.ts";
import type { ReviewEvent } from "./review-event.ts";

// FNV-1a: enough to see a change here; the program passes sha256.
const hash = (text: string): string => {
  let sum = 0x811c9dc5;
  for (const character of text) sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return sum.toString(16);
};

const at = "2024-05-01T09:30:00Z";
const basis = { audit: "a1", documents: "d1" };
const history: readonly ReviewEvent[] = [
  { kind: "machine-read", at, who: "Evenhand", provision: "medical-aid", verdict: "qualified", reason: "w", ...basis },
  {
    kind: "person-read",
    at,
    who: "Ana",
    provision: "medical-aid",
    verdict: "silent",
    reason: "“if feasible”",
    isBlind: true,
    sheet: "s1",
    ...basis,
  },
  { kind: "department-replied", at, who: "Riverton PD", provision: "medical-aid", text: "We train\nthis." },
  { kind: "reply-answered", at, who: "Ben", provision: "medical-aid", text: "Thank you." },
];
const text = historyText(history, hash);
const file = JSON.parse(text);
const changed = (change: (copy: typeof file) => void): string => {
  const copy = structuredClone(file);
  change(copy);
  return JSON.stringify(copy);
};
const problemOf = (written: string) => readHistory(written, hash).problem;

describe("a history file", () => {
  test("comes back as it was written, also when it is empty or set in other lines", () => {
    expect(readHistory(text, hash)).toEqual({ history, head: file.events[3].hash });
    expect(readHistory(JSON.stringify(file), hash)).toEqual({ history, head: file.head });
    expect(readHistory(historyText([], hash), hash)).toEqual({ history: [], head: "" });
  });

  test("cut off anywhere, it is refused", () => {
    for (let length = 0; length < text.trimEnd().length; length += 7)
      expect(problemOf(text.slice(0, length))?.code).toBe("history-not-json");
  });

  test.each<[string, (copy: typeof file) => void, string, string]>([
    ["a word changed", (copy) => (copy.events[1].reason = "“if practicable”"), "history-line-changed", "2"],
    ["a time changed", (copy) => (copy.events[0].at = "2024-05-01T09:29:00Z"), "history-line-changed", "1"],
    ["a field added", (copy) => (copy.events[2].note = "x"), "history-line-changed", "3"],
    ["a line taken out of the middle", (copy) => copy.events.splice(1, 1), "history-line-changed", "2"],
    ["two lines exchanged", (copy) => copy.events.reverse(), "history-line-changed", "1"],
    ["the last line taken out", (copy) => copy.events.pop(), "history-lines-missing", "3 / 4"],
    [
      "the last line taken out and the number put right",
      (copy) => Object.assign(copy, { lines: 3, events: copy.events.slice(0, 3) }),
      "history-lines-missing",
      "3 / 3",
    ],
    ["everything taken out", (copy) => (copy.events = []), "history-lines-missing", "0 / 4"],
    ["a line by hand without a hash", (copy) => copy.events.push(history[0]), "history-line-unreadable", "5"],
    ["a line of another kind", (copy) => (copy.events[3].kind = "praised"), "history-line-unreadable", "4"],
    ["a verdict that is none", (copy) => (copy.events[1].verdict = "good"), "history-line-unreadable", "2"],
    ["a line that is no record", (copy) => (copy.events[0] = 7), "history-line-unreadable", "1"],
    ["another format", (copy) => (copy.formatVersion = 2), "history-other-format", "2"],
    ["no events", (copy) => delete copy.events, "history-other-format", "1"],
  ])("%s: refused", (_, change, code, value) => {
    expect(problemOf(changed(change))).toEqual({ code, value });
  });

  test("any other JSON is refused and never thrown at", () => {
    fc.assert(fc.property(fc.json(), (other) => problemOf(other) !== undefined));
  });
});
