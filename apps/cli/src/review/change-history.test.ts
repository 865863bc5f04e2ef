import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReviewEvent } from "@evenhand/toolkit/policy/review/review-event";
import { appendEvent } from "@evenhand/toolkit/policy/review/review-history";
import { afterAll, expect, test } from "vitest";
import { speaker } from "../words/words.ts";
import { changeHistory } from "./change-history.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-history-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const voice = { say: speaker("en"), language: "en" as const };
const event = (provision: string): ReviewEvent => ({
  kind: "machine-read",
  at: "2025-05-01T09:30:00Z",
  who: "Evenhand",
  provision,
  verdict: "silent",
  reason: "",
  audit: "a1",
  documents: "d1",
});
const path = (name: string) => join(folder, name);
const begin = (name: string) =>
  changeHistory(path(name), { ...voice, mayBegin: true }, (history) => appendEvent(history, event("first")));
const others = (name: string) => readdirSync(folder).filter((file) => file.startsWith(name) && file !== name);

test("twenty writers at once lose no line of one another", async () => {
  await begin("many.json");
  const ids = Array.from({ length: 20 }, (_, index) => `id-${index}`);
  await Promise.all(
    ids.map((id) => changeHistory(path("many.json"), voice, (history) => appendEvent(history, event(id)))),
  );
  const { events } = JSON.parse(readFileSync(path("many.json"), "utf8"));
  expect(events.map(({ provision }: ReviewEvent) => provision).toSorted()).toEqual(["first", ...ids].toSorted());
  expect(others("many.json")).toEqual([]);
});

test.each([
  ["changed", (file: string) => writeFileSync(file, "someone else's work")],
  ["taken away", (file: string) => rmSync(file)],
])("a file that is %s while this runs is left so, and nothing is written", async (_, meddle) => {
  await begin("moved.json");
  let after: string | undefined;
  const beforeCompare = async () => {
    meddle(path("moved.json"));
    after = readdirSync(folder).includes("moved.json") ? readFileSync(path("moved.json"), "utf8") : undefined;
  };
  await expect(
    changeHistory(path("moved.json"), { ...voice, beforeCompare }, (history) => appendEvent(history, event("x"))),
  ).rejects.toThrow("was changed by another program while this one ran");
  expect(readdirSync(folder).includes("moved.json") ? readFileSync(path("moved.json"), "utf8") : undefined).toBe(after);
  expect(others("moved.json")).toEqual([]);
  rmSync(path("moved.json"), { force: true });
});

test("a lock that stays is named, and the history is left as it is", async () => {
  await begin("locked.json");
  const before = readFileSync(path("locked.json"), "utf8");
  writeFileSync(path("locked.json.lock"), "");
  await expect(
    changeHistory(path("locked.json"), { ...voice, waitMilliseconds: 60 }, (history) =>
      appendEvent(history, event("x")),
    ),
  ).rejects.toThrow(/locked\.json\.lock is there.*delete that file/);
  expect(readFileSync(path("locked.json"), "utf8")).toBe(before);
});

test("what does not continue the old history is a fault of ours and is not written", async () => {
  await begin("kept.json");
  const before = readFileSync(path("kept.json"), "utf8");
  for (const change of [() => [], () => [event("other")]])
    await expect(changeHistory(path("kept.json"), voice, change)).rejects.toThrow("must continue the old one");
  expect(readFileSync(path("kept.json"), "utf8")).toBe(before);
  expect(others("kept.json")).toEqual([]);
});

test("a history that is not there is begun only where that is meant", async () => {
  await expect(changeHistory(path("none.json"), voice, (history) => history)).rejects.toThrow("There is no history");
  expect(readdirSync(folder).filter((file) => file.startsWith("none"))).toEqual([]);
});
