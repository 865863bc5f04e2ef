import type { PolicyEvent } from "@evenhand/standard";
import { describe, expect, test } from "vitest";
import { monthsBetween } from "../months.ts";
import { declaredRecording, pairsTime, recordingValues, seriesTime, timeValues } from "./compared-time.ts";

const months = monthsBetween("2016-01", "2023-12");
const window = { date: "2020-01-01", from: "effective", firstMonth: "2020-01", phaseIn: 0 } as const;
const event = (id: string, effective: string, more: Partial<PolicyEvent> = {}): PolicyEvent => ({
  id,
  kind: "recording",
  what: { en: `What ${id} was.` },
  source: "made up",
  effective,
  ...more,
});
const rule = event("rule", "2020-01-01", { kind: "policy" });
const declared = (...others: readonly PolicyEvent[]) => declaredRecording([rule, ...others], rule, { window, months });
const ids = (events: readonly PolicyEvent[]) => events.map(({ id }) => id);

describe("changes of recording that the events file names", () => {
  test.each(["2019-01-15", "2019-09-01", "2020-01-01", "2020-11-30"])("one of %s lies across", (date) => {
    expect(ids(declared(event("form", date)).across)).toEqual(["form"]);
  });

  test("further away they end the series instead, on either side", () => {
    const { across, limits } = declared(
      event("old", "2017-05-10"),
      event("form", "2018-07-01"),
      event("new", "2021-03"),
    );
    expect([across, limits]).toEqual([[], { from: "2018-07", to: "2021-02" }]);
    expect(seriesTime({ ...window, limits }, months)).toEqual({ from: "2018-07", to: "2021-02" });
  });

  test("one on the first day of the year before, or of the records, has nothing before it", () => {
    expect(declared(event("form", "2019-01-01")).limits).toEqual({ from: "2019-01" });
    const late = declaredRecording([event("form", "2019-06-01")], rule, {
      window,
      months: monthsBetween("2019-06", "2023-12"),
    });
    expect(late).toMatchObject({ across: [], limits: { from: "2019-06" } });
  });

  test("a date of a month may be any day of it", () => {
    expect(ids(declared(event("form", "2019-01")).across)).toEqual(["form"]);
    expect(declared(event("form", "2018-12")).limits).toEqual({ from: "2019-01" });
  });

  test("one of some codes, or of another agency, ends nothing", () => {
    const about = [{ field: "force_application.force_type", codes: ["firearm_drawn"] }];
    const found = declared(event("form", "2019-09-01", { about }));
    expect([ids(found.across), ids(found.ofCodes), found.limits]).toEqual([[], ["form"], {}]);
    const own = { ...rule, agency: "North" };
    const events = [event("south", "2019-09-01", { agency: "South" }), event("all", "2019-10-01")];
    expect(ids(declaredRecording(events, own, { window, months }).across)).toEqual(["all"]);
  });

  test("where all records lie after the date, those of that time are named", () => {
    const found = declaredRecording([event("form", "2020-03")], rule, {
      window,
      months: monthsBetween("2020-04", "2023-12"),
    });
    expect(ids(found.across)).toEqual(["form"]);
  });

  test("are named with what they were and when", () => {
    expect(recordingValues([event("form", "2019-09", { what: { en: "A form.", es: "Un formulario." } })])).toEqual({
      recordingEvents: "form",
      recordingEvent1: "A form.",
      recordingEvent1Es: "Un formulario.",
      recordingEvent1Date: "2019-09",
    });
    expect(recordingValues([])).toEqual({});
  });
});

describe("other events", () => {
  test("are those from the first month compared to the last", () => {
    const others = ["2015-12-31", "2016-01-01", "2019-06", "2021-12-31", "2022-01-01"].map((date) =>
      event(date, date, { kind: "other" }),
    );
    const time = seriesTime(window, months);
    expect(time).toEqual({ from: "2016-01", to: "2021-12" });
    expect(timeValues(time, [rule, ...others], rule)).toEqual({
      comparedFrom: "2016-01",
      comparedTo: "2021-12",
      otherEvents: "2016-01-01,2019-06,2021-12-31",
    });
  });

  test("equal windows have their own time, that of the series where there are none", () => {
    const pairs = [
      { before: "2019-02", after: "2020-02" },
      { before: "2018-01", after: "2021-01" },
    ];
    const time = { from: "2016-01", to: "2021-12" };
    expect(pairsTime(pairs, time)).toEqual({ from: "2018-01", to: "2021-01" });
    expect(pairsTime([], time)).toBe(time);
  });
});
