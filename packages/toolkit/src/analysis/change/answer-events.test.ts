import type { Finding, PolicyEvent } from "@evenhand/standard";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomPoisson } from "../../stats/functions/random-counts.ts";
import { seededRandom } from "../../stats/functions/seeded-random.ts";
import type { CellTable } from "../cell-table.ts";
import { monthsBetween } from "../months.ts";
import type { QuestionContext } from "../question.ts";
import { answerEvents } from "./answer-events.ts";
import { changeQueries } from "./change-cells.ts";
import type { ChangeTables } from "./event-parts.ts";

const scope: QuestionContext["scope"] = {
  fields: [],
  force: {},
  units: (["incidents", "people", "force"] as const).map((unit) => ({ unit, basis: "key", columns: [unit] })),
};
const rule: PolicyEvent = {
  id: "rule",
  kind: "policy",
  what: { en: "Fewer frisks" },
  source: "made up",
  effective: "2020-01-01",
};
const isAfter = (month: string) => month >= "2020-01";

type Means = (month: string) => Readonly<Record<string, number>>;

/** Monthly counts of what the question asks for; noise is Poisson, from one seed. */
function tables(
  means: { race: Means; reason: Means; force?: Means },
  months = monthsBetween("2016-01", "2021-12"),
): ChangeTables {
  const random = seededRandom(2020);
  const draw = (column: string, mean: Means): CellTable => ({
    by: ["occurred_month", column, `${column}_missing`],
    cells: months.flatMap((month) =>
      Object.entries(mean(month)).map(([value, at]) => ({
        key: [month, value, null],
        count: randomPoisson(at, random),
      })),
    ),
  });
  const reasons = draw("contact_reason", means.reason);
  return {
    dates: {
      by: ["occurred_date"],
      cells: [`${months[0]}-01`, `${months.at(-1)}-31`].map((day) => ({ key: [day], count: 1 })),
    },
    people: draw("race_ethnicity", means.race),
    injuries: draw("injured", () => ({ yes: 20, no: 60 })),
    reasons,
    force: draw("force_type", means.force ?? (() => ({ takedown: 60, strike_hand_arm: 40 }))),
    reports: { by: ["occurred_month"], cells: [] },
    neighborhood: draw("neighborhood", () => ({ North: 50, South: 40 })),
    beat_or_district: draw("beat_or_district", () => ({})),
    city: draw("city", () => ({})),
    county: draw("county", () => ({})),
    "about.rule.0": reasons,
    "unaffected.rule.0": reasons,
  };
}

function ask(cells: ChangeTables, events: readonly PolicyEvent[] = [rule]): readonly Finding[] {
  const context = { release: { place: "made-up", date: "2026-01-01", hash: "0" }, scope, events };
  return answerEvents(context, cells);
}
const of = (findings: readonly Finding[], measure: string): Finding => {
  const found = findings.find((finding) => finding.measure === measure);
  if (found === undefined) throw new Error(`no finding: ${measure}`);
  return found;
};
const steady = { race: () => ({ black: 50, white: 50 }), reason: () => ({ pedestrian_stop: 40, traffic_stop: 50 }) };

describe("a targeted reason falls by 54%, all others rise by 20%, races stay as they were", () => {
  const about = [{ field: "incident.contact_reason", codes: ["pedestrian_stop"] }];
  const findings = ask(
    tables({
      race: (month) => (isAfter(month) ? { black: 68, white: 23 } : { black: 74, white: 25 }),
      reason: (month) =>
        isAfter(month)
          ? { pedestrian_stop: 18.4, traffic_stop: 48, disturbance: 24 }
          : { pedestrian_stop: 40, traffic_stop: 40, disturbance: 20 },
    }),
    [{ ...rule, about }],
  );

  test("the target is lower, by about that much", () => {
    const { ratio, direction } = of(findings, "target").values ?? {};
    expect(direction).toBe("lower");
    expect(Number(ratio)).toBeGreaterThan(0.36);
    expect(Number(ratio)).toBeLessThan(0.56);
  });

  test("the others are higher, and together there is little left of the fall", () => {
    const reasons = of(findings, "reasons");
    const direction = Object.fromEntries(reasons.rows.map(({ key, compared }) => [key, compared?.direction]));
    expect(direction.pedestrian_stop).toBe("lower");
    expect(direction.traffic_stop).toBe("higher");
    const { targetBefore, targetAfter, othersBefore, othersAfter, displacement } = reasons.values ?? {};
    expect(Math.abs(Number(targetAfter) / Number(targetBefore) - 0.46)).toBeLessThan(0.1);
    expect(Math.abs(Number(othersAfter) / Number(othersBefore) - 1.2)).toBeLessThan(0.15);
    const net = Number(targetAfter) + Number(othersAfter) - Number(targetBefore) - Number(othersBefore);
    expect(displacement).toBe(net);
    expect(Number(reasons.values?.displacementLow)).toBeLessThan(net);
  });

  test("no group's ratio moved", () => {
    for (const { figures } of of(findings, "by-group").rows) {
      expect(Math.abs((figures?.shareAfter ?? 0) - (figures?.shareBefore ?? 1))).toBeLessThan(0.03);
      expect(figures?.ratioMoved ?? 0).toBe(0);
    }
  });
});

describe("series that should not move", () => {
  const unaffected = [{ field: "incident.contact_reason", codes: ["traffic_stop"] }];
  const fall: Means = (month) => (isAfter(month) ? { black: 30, white: 30 } : { black: 50, white: 50 });
  test("one that stayed lifts the claim, one that moved likewise does not", () => {
    const stayed = ask(tables({ ...steady, race: fall }), [{ ...rule, unaffected }]);
    expect(of(stayed, "comparison")).toMatchObject({ values: { direction: "about-the-same" } });
    expect(of(stayed, "total").values).toMatchObject({ direction: "lower", claimLevel: 4 });
    const moved = tables({
      race: fall,
      force: (month) =>
        isAfter(month) ? { takedown: 36, strike_hand_arm: 24 } : { takedown: 60, strike_hand_arm: 40 },
      reason: (month) =>
        isAfter(month) ? { pedestrian_stop: 24, traffic_stop: 30 } : { pedestrian_stop: 40, traffic_stop: 50 },
    });
    expect(of(ask(moved, [{ ...rule, unaffected }]), "total").values).toMatchObject({
      direction: "lower",
      claimLevel: 3,
    });
  });

  test("every series is in one family of tests, whatever the event", () => {
    const total = of(
      ask(tables(steady), [
        { ...rule, unaffected },
        { ...rule, id: "second" },
      ]),
      "total",
    );
    // total, comparison and two groups of the first event; total and two groups of the second
    expect(total.comparison?.family).toEqual({ method: "holm", comparisons: 7 });
  });
});

test("a fall among people without injury only is said with what else it may be", () => {
  const cells = tables({
    ...steady,
    race: (month) => (isAfter(month) ? { black: 30, white: 30 } : { black: 50, white: 50 }),
  });
  const injuries = {
    by: ["occurred_month", "injured", "injured_missing"],
    cells: (cells.injuries?.cells ?? []).map(({ key, count }) => ({
      key,
      count: key[1] === "no" && isAfter(String(key[0])) ? Math.round(count / 3) : count,
    })),
  };
  const total = of(ask({ ...cells, injuries }), "total");
  expect(total.caveats).toContain("lesser-force-only");
  expect(total.values).toMatchObject({ direction: "lower", claimLevel: 2 });
  expect(of(ask(cells), "total").caveats).not.toContain("lesser-force-only");
});

test("areas stand beside the others when a column tells them apart", () => {
  const areas = of(ask(tables(steady)), "areas");
  expect(areas).toMatchObject({ unit: "incidents", dimension: { field: "location.neighborhood" } });
  expect(areas.rows.map(({ key }) => key)).toEqual(["North", "South"]);
});

test("an event without a date says so; one of the kind other is not asked", () => {
  const { effective: _, ...undated } = rule;
  expect(ask(tables(steady), [undated])).toMatchObject([{ shown: "cannot-say", reason: "event-without-date" }]);
  expect(ask(tables(steady), [{ ...rule, kind: "other" }])).toEqual([]);
});

test("with fewer than six pairs of months the tables are counts", () => {
  const short = ask(tables(steady, monthsBetween("2018-01", "2020-04")));
  expect(of(short, "kinds")).toMatchObject({ shown: "counts", reason: "too-few-months-for-change" });
  expect(of(short, "total")).toMatchObject({ shown: "counts", reason: "too-few-months-for-change" });
});

test("an event of one agency sees that agency only, and queries ask for it", () => {
  const event = { ...rule, agency: "North Town" };
  for (const query of Object.values(changeQueries(scope, [event])))
    expect(query.by.some((column) => column.endsWith("agency_name"))).toBe(true);
  expect(
    Object.values(changeQueries(scope, [rule])).some(({ by }) => by.some((name) => name.endsWith("agency_name"))),
  ).toBe(false);
  const both = Object.fromEntries(
    Object.entries(tables(steady)).map(([name, { by, cells }]) => [
      name,
      {
        by: [...by, name === "dates" ? "agency_name" : "incidents.agency_name"],
        cells: ["North Town", "South Town"].flatMap((agency) =>
          cells.map(({ key, count }) => ({ key: [...key, agency], count })),
        ),
      },
    ]),
  );
  const whole = ask(tables(steady));
  const own = ask(both, [event]);
  expect(of(own, "total").values?.observed).toBe(of(whole, "total").values?.observed);
  expect(of(own, "agencies").values).toMatchObject({ agencies: 2, treatedAgencies: 1, agenciesLeftOut: 0 });
});

describe("what else the events file names", () => {
  const other = (id: string, effective: string, kind: PolicyEvent["kind"] = "other"): PolicyEvent => ({
    id,
    kind,
    what: { en: `What ${id} was.` },
    source: "made up",
    effective,
  });

  test("other events of the whole time compared are named, for each measure its own, and said not to be calculated", () => {
    const found = ask(tables(steady), [rule, other("early", "2016-05-01"), other("near", "2019-03-01")]);
    expect(of(found, "total").values).toMatchObject({
      otherEvents: "early,near",
      comparedFrom: "2016-01",
      comparedTo: "2021-12",
    });
    expect(of(found, "kinds").values).toMatchObject({ otherEvents: "near", comparedFrom: "2019-01" });
    for (const measure of ["total", "kinds", "by-group"])
      expect(of(found, measure).caveats).toContain("other-events-within");
    expect(of(ask(tables(steady)), "total").caveats).not.toContain("other-events-within");
  });

  test("a change of recording eight months before blocks the total, by name", () => {
    const found = ask(tables(steady), [rule, other("form", "2019-05-01", "recording")]);
    expect(of(found, "total")).toMatchObject({
      shown: "counts",
      reason: "recording-changed",
      values: { recordingEvents: "form", recordingEvent1: "What form was.", recordingEvent1Date: "2019-05-01" },
    });
    for (const measure of ["by-group", "kinds", "areas"])
      expect(of(found, measure)).toMatchObject({ shown: "counts", reason: "recording-changed" });
    expect(of(found, "recording").rows).toEqual([{ key: "form", note: "form-changed" }]);
  });

  test("one two years before ends the series there instead", () => {
    const found = of(ask(tables(steady), [rule, other("form", "2018-01-01", "recording")]), "total");
    expect(found).toMatchObject({ shown: "full", values: { comparedFrom: "2018-01", monthsBefore: 24 } });
    expect(found.rows[0]).toMatchObject({ key: "2016-01" });
  });

  test("without a month before the date the reason is that, and a change of recording then is named", () => {
    const late = tables(steady, monthsBetween("2020-04", "2022-12"));
    const found = of(ask(late, [rule, other("form", "2020-03", "recording")]), "total");
    expect(found).toMatchObject({ reason: "too-few-months-for-change", values: { recordingEvents: "form" } });
  });

  test("one of some codes leaves the total, and those codes uncompared", () => {
    const form = {
      ...other("form", "2019-05-01", "recording"),
      about: [{ field: "force_application.force_type", codes: ["takedown"] }],
    };
    const found = ask(tables(steady), [rule, form]);
    expect(of(found, "total").shown).toBe("full");
    expect(of(found, "kinds").rows.find(({ key }) => key === "takedown")).toMatchObject({
      note: "form-changed",
      compared: { direction: "none" },
    });
  });
});

test("an event about a kind of force and a contact reason has a target for each", () => {
  const about = [
    { field: "force_application.force_type", codes: ["takedown"] },
    { field: "incident.contact_reason", codes: ["traffic_stop"] },
  ];
  const cells = tables(steady);
  const marked: CellTable = {
    by: ["occurred_month", "mark.subject"],
    cells: (cells.people?.cells ?? []).map(({ key, count }) => ({ key: [key[0] ?? null, 1], count })),
  };
  const found = ask({ ...cells, "about.rule.0": marked, "about.rule.1": cells.reasons ?? marked }, [
    { ...rule, about },
  ]);
  expect(found.filter(({ measure }) => measure === "target").map(({ id, values }) => [id, values?.subject])).toEqual([
    ["change/target@rule/people", "force_application.force_type=takedown"],
    ["change/target@rule.2/incidents", "incident.contact_reason=traffic_stop"],
  ]);
  expect(of(found, "kinds").values?.targetBefore).toBeGreaterThan(0);
  expect(of(found, "reasons").values?.targetBefore).toBeGreaterThan(0);
});

test("a target that no record carries is said not to be recorded", () => {
  const about = [{ field: "incident.contact_reason", codes: ["school"] }];
  expect(of(ask(tables(steady), [{ ...rule, about }]), "target")).toMatchObject({
    shown: "counts",
    reason: "code-never-occurs",
  });
});

describe("groups", () => {
  test("of fewer than ten people in a window are counted, and widen no other test", () => {
    const few = of(ask(tables({ ...steady, race: () => ({ black: 50, white: 50, asian: 0.4 }) })), "by-group");
    expect(few.comparison?.family?.comparisons).toBe(3);
    const asian = few.rows.find(({ key }) => key === "asian");
    expect(asian?.compared).toEqual({ direction: "none", reason: "too-few-events-for-change" });
    expect(asian?.figures?.ratioOfRatios).toBeUndefined();
  });

  test("that nothing can be estimated of are counts, with the reason", () => {
    const short = of(ask(tables(steady, monthsBetween("2019-06", "2021-12"))), "by-group");
    expect(short).toMatchObject({ shown: "counts", reason: "too-few-months-for-change" });
  });

  test("without anybody in the windows make no table", () => {
    const cells = tables(steady);
    const none = {
      by: cells.injuries?.by ?? [],
      cells: (cells.injuries?.cells ?? []).filter(({ key }) => String(key[0]) < "2018-01"),
    };
    expect(ask({ ...cells, injuries: none }).some(({ measure }) => measure === "injuries")).toBe(false);
  });
});

test("neither the order of the cells nor an unrelated month before the windows changes the tables", () => {
  const cells = tables(steady);
  const expected = ask(cells);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
      const random = seededRandom(seed);
      const mixed = Object.entries(cells).map(([name, { by, cells: list }]) => [
        name,
        {
          by,
          cells: list
            .map((cell) => ({ cell, at: random() }))
            .toSorted((one, other) => one.at - other.at)
            .map(({ cell }) => cell),
        },
      ]);
      expect(ask(Object.fromEntries(mixed))).toEqual(expected);
    }),
    { numRuns: 3 },
  );
  const more = {
    by: ["occurred_month", "force_type", "force_type_missing"],
    cells: [...(cells.force?.cells ?? []), { key: ["2015-12", "takedown", null], count: 70 }],
  };
  expect(of(ask({ ...cells, force: more }), "kinds").rows).toEqual(of(expected, "kinds").rows);
});
