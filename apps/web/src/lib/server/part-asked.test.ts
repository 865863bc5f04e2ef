import type { Finding } from "@evenhand/standard";
import type { PlaceAnswers } from "@evenhand/toolkit/report/place-answers";
import { describe, expect, test } from "vitest";
import { partChoices, readPartAsked } from "./part-asked.ts";

const finding = (question: string, measure: string, keys: readonly string[], dimension?: Finding["dimension"]) =>
  ({
    question,
    measure,
    unit: "people",
    total: 5,
    rows: keys.map((key) => ({ key, count: 1 })),
    dimension,
  }) as unknown as Finding;

const answers = {
  findings: [
    finding("how-often", "yearly-count", ["2021", "2019", "2020"]),
    finding("what-force", "force-type", ["takedown"], {
      field: "force_application.force_type",
      codeList: "force_type",
    }),
    finding("on-whom", "race", ["white", "black"], { field: "person.race_ethnicity", codeList: "race_ethnicity" }),
    finding("where", "area", ["10", "9"], { field: "location.neighborhood" }),
  ],
} as unknown as PlaceAnswers;
const choices = partChoices(answers, "en");
const asked = (text: string) => readPartAsked(new URLSearchParams(text), choices);

describe("what a reader chose", () => {
  test("choices are what the findings name, in an order of their own", () => {
    expect(choices.years.map(({ value }) => value)).toEqual(["2019", "2020", "2021"]);
    expect(choices.groups.map(({ value }) => value)).toEqual(["black", "white"]);
    expect(choices.areas.map(({ value }) => value)).toEqual(["9", "10"]);
    expect(choices.areaColumn).toBe("neighborhood");
  });

  test("one year alone is an end, two may stand in either order", () => {
    expect(asked("from=2020").filter).toEqual({ years: { from: 2020, to: 2021 } });
    expect(asked("to=2020").filter).toEqual({ years: { from: 2019, to: 2020 } });
    expect(asked("from=2021&to=2019").filter).toEqual({ years: { from: 2019, to: 2021 } });
  });

  test("what is no choice is not asked, and is named as wrong", () => {
    const { filter, unit, given, wrong } = asked("from=1800&force=x'; DROP TABLE&area=nowhere&group=<b>&unit=dogs");
    expect(filter).toEqual({});
    expect(unit).toBeUndefined();
    expect(Object.values(given).join("")).toBe("");
    expect(wrong).toEqual({ from: "1800", force: "x'; DROP TABLE", area: "nowhere", group: "<b>", unit: "dogs" });
  });

  test("an empty field, a field of another site and a good choice are not wrong", () => {
    expect(asked("from=&to=2020&utm_source=mail&area=9").wrong).toEqual({});
    expect(asked(`area=${"x".repeat(5000)}`).wrong.area).toHaveLength(80);
  });

  test("takes all together", () => {
    expect(asked("force=takedown&area=9&group=black&unit=people")).toMatchObject({
      unit: "people",
      filter: { forceType: "takedown", area: { column: "neighborhood", value: "9" }, group: "black" },
    });
  });
});
