import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding } from "@evenhand/standard";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerQuestions } from "../analysis/answer-all.ts";
import { knownFootprint } from "../analysis/footprint/footprint-list.ts";
import { readEvents } from "../ingest/events/read-events.ts";
import { readResponders } from "../ingest/footprint/read-responders.ts";
import { ingestFiles } from "../ingest/ingest-files.ts";
import { openRelease } from "../release/read-release.ts";
import { generateRiverton } from "./riverton.ts";
import { situationIds } from "./riverton-situation-truths.ts";

const { files, truths } = generateRiverton();
const { fall, shift, season, recording } = truths.changes;
const textOf = (wanted: string) => files.find(({ kind }) => kind === wanted)?.text ?? "";
const { events, issues } = readEvents(textOf("events"), { name: "riverton_events.csv" });
const classes = knownFootprint.classes.map(({ id }) => id);
const results = readResponders(textOf("responders"), { name: "riverton_responders.csv", classes });
let findings: readonly Finding[] = [];

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "riverton-answers-"));
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
  const made = await ingestFiles({
    paths: files.filter(({ kind }) => kind === "force").map(({ name }) => join(folder, name)),
    agency: { id: "riverton-xx", name: "Riverton", state: "XX" },
    out: join(folder, "releases"),
    today: "2025-06-30",
  });
  const open = await openRelease(made.folder);
  try {
    const beside = { events, responders: results.responders };
    ({ findings } = await answerQuestions(open.release, open.cells, beside));
  } finally {
    await open.close();
    rmSync(folder, { recursive: true });
  }
}, 60_000);

afterAll(() => {
  findings = [];
});

function finding(id: string): Finding {
  const found = findings.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no finding ${id}`);
  return found;
}

/** Keys of the rows of a finding that are said to have moved, with where to. */
const moved = (id: string) =>
  Object.fromEntries(
    finding(id).rows.flatMap(({ key, compared }) =>
      compared?.direction === "lower" || compared?.direction === "higher" ? [[key, compared.direction]] : [],
    ),
  );

/** What a finding counts over equal windows, by key, without values that stand in neither window. */
function windows(id: string) {
  const side = (name: "before" | "after") =>
    Object.fromEntries(
      finding(id).rows.flatMap(({ key, figures }) => ((figures?.[name] ?? 0) > 0 ? [[key, figures?.[name]]] : [])),
    );
  return { before: side("before"), after: side("after") };
}

const isKnown = ([key]: readonly [string, number]) => !key.startsWith("?");
const known = ({ before, after }: { before: Record<string, number>; after: Record<string, number> }) => ({
  before: Object.fromEntries(Object.entries(before).filter(isKnown)),
  after: Object.fromEntries(Object.entries(after).filter(isKnown)),
});

test("the city's files beside the records are read without a doubt, and every planted event is among them", () => {
  expect([issues, results.issues]).toEqual([[], []]);
  expect(events).toHaveLength(7);
  const ids = [fall, shift, season, recording].map(({ event }) => event);
  for (const id of ids) expect(events.filter((event) => event.id === id)).toHaveLength(1);
  for (const { source } of [...events, ...results.responders]) expect(source).toMatch(/fictional/);
});

describe("a real fall for one group only", () => {
  test("is found for that group and for no other", () => {
    expect(fall.peopleSpared).toBeGreaterThan(80);
    expect(moved(`change/by-group@${fall.event}/people`)).toEqual({ [fall.group]: "lower" });
  });

  test("at its true size, with the counts that were written", () => {
    const id = `change/by-group@${fall.event}/people`;
    const ratio = finding(id).rows.find(({ key }) => key === fall.group)?.compared?.ratio;
    expect(ratio?.interval?.low).toBeLessThan(1 - fall.share);
    expect(ratio?.interval?.high).toBeGreaterThan(1 - fall.share);
    expect(windows(id)).toEqual(known(fall.peopleByRace));
    expect(finding(id).values?.windowMonths).toBe(fall.months);
  });

  test("its ratio to the reference group fell, and no other group's moved", () => {
    const rows = finding(`change/by-group@${fall.event}/people`).rows;
    const ratios = rows.flatMap(({ key, figures }) => (figures?.ratioMoved ? [[key, figures.ratioMoved]] : []));
    expect(ratios).toEqual([[fall.group, -1]]);
  });
});

describe("a shift from one code to another", () => {
  test("is found as one code lower and one higher", () => {
    expect(moved(`change/kinds@${shift.event}/force`)).toEqual({ [shift.old]: "lower", [shift.new]: "higher" });
    expect(windows(`change/kinds@${shift.event}/force`)).toEqual(known(shift.forceByType));
  });

  test("and not as less force: neither in all nor for a group", () => {
    const total = finding(`change/total@${shift.event}/people`);
    expect(total.shown).toBe("full");
    expect(["about-the-same", "cannot-tell"]).toContain(total.values?.direction);
    expect(moved(`change/by-group@${shift.event}/people`)).toEqual({});
  });
});

describe("the end of summer", () => {
  test("looks like a fall in plain counts of half a year", () => {
    const sum = (months: readonly string[]) =>
      months.reduce((total, month) => total + (truths.incidentsByMonth[month] ?? 0), 0);
    const summer = sum(["2020-04", "2020-05", "2020-06", "2020-07", "2020-08", "2020-09"]);
    const winter = sum(["2020-10", "2020-11", "2020-12", "2021-01", "2021-02", "2021-03"]);
    expect(winter / summer).toBeLessThan(0.65);
  });

  test("is not reported as a change of anything", () => {
    const total = finding(`change/total@${season.event}/people`);
    expect(total.shown).toBe("full");
    expect(["about-the-same", "cannot-tell"]).toContain(total.values?.direction);
    for (const part of ["by-group@", "kinds@", "reasons@", "injuries@", "areas@"])
      for (const { id } of findings.filter((one) => one.id.startsWith(`change/${part}${season.event}/`)))
        expect(moved(id), id).toEqual({});
  });
});

describe("a form that no longer asks for one kind of force", () => {
  test("looks like a fall", () => {
    expect(recording.people.after / recording.people.before).toBeLessThan(0.9);
    expect(recording.unwritten.people).toBeGreaterThan(400);
  });

  test("is refused as a change of recording, in all and for each group, and the code is named", () => {
    const total = finding(`change/total@${recording.event}/people`);
    expect([total.shown, total.reason, total.interval]).toEqual(["counts", "recording-changed", undefined]);
    expect([total.values?.before, total.values?.after]).toEqual([recording.people.before, recording.people.after]);
    const groups = finding(`change/by-group@${recording.event}/people`);
    expect(groups.rows.map(({ compared }) => compared?.reason)).toEqual(groups.rows.map(() => "recording-changed"));
    const check = finding(`change/recording@${recording.event}/force`);
    expect(check.values?.blocks).toBe(1);
    expect(check.rows.map(({ key, note }) => [key, note])).toEqual([[recording.code, "drift-vanishes"]]);
  });
});

describe("situations that could meet a different response", () => {
  test.each(["incidents", "people"] as const)("%s, in both bands", (unit) => {
    const { rows, denominator } = finding(`footprint/situations/${unit}`);
    const counted = rows.flatMap(({ key, figures }) => {
      const id = situationIds.find((candidate) => candidate === key);
      return id === undefined ? [] : [[id, { narrow: figures?.narrow, wide: figures?.wide }]];
    });
    expect(Object.fromEntries(counted)).toEqual(truths.situations[unit]);
    expect(denominator).toBe(truths[unit]);
    expect(truths.situations[unit].mental_health.wide).toBeGreaterThan(truths.situations[unit].mental_health.narrow);
  });

  test("children, in and out of schools and where nobody can tell", () => {
    const all = finding("footprint/children/people").rows.filter(({ key2 }) => key2 === "all");
    expect(Object.fromEntries(all.map(({ key, count }) => [key, count]))).toEqual(truths.situations.children);
  });

  test("what the other responders say of themselves", () => {
    const { rows } = finding("footprint/responders/incidents");
    expect(rows.map(({ count }) => count)).toEqual(results.responders.map(({ calls }) => calls));
    expect(rows.at(-1)?.figures?.backup).toBeUndefined();
  });
});
