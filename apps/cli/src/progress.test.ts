import { expect, test } from "vitest";
import { showProgress } from "./progress.ts";

function terminal(isScreen: boolean) {
  const out: string[] = [];
  const note: string[] = [];
  let now = 0;
  const given = {
    out: (text: string) => out.push(text),
    note: (text: string) => note.push(text),
    isScreen,
    today: "2025-06-30",
    now: () => "2025-06-30T12:00:00.000Z",
    signal: new AbortController().signal,
  };
  return { out, note, progress: showProgress(given, () => now), wait: (milliseconds: number) => (now += milliseconds) };
}

test("the first second is silent", () => {
  const { note, progress, wait } = terminal(true);
  progress.step("reading", 0);
  wait(999);
  progress.step("reading", 0.5);
  progress.end();
  expect(note).toEqual([]);
});

test("on a screen one line is redrawn, with the part done, and cleared at the end", () => {
  const { note, progress, wait } = terminal(true);
  wait(1000);
  progress.step("reading", 0.5);
  wait(1);
  progress.step("reading", 0.51);
  wait(200);
  progress.step("reading", 1);
  progress.end();
  expect(note).toHaveLength(3);
  expect(note[0]).toContain("[############............]  50% reading");
  expect(note[1]).toContain("100%");
  expect(note.every((text) => text.startsWith("\r") && !text.includes("\n"))).toBe(true);
});

test("elsewhere each step is one line, and all of it is a note", () => {
  const { out, note, progress, wait } = terminal(false);
  wait(1500);
  for (const done of [0, 0.3, 1]) progress.step("reading a.csv", done);
  progress.step("writing");
  progress.end();
  expect(note).toEqual(["  reading a.csv\n", "  writing\n"]);
  expect(out).toEqual([]);
});
