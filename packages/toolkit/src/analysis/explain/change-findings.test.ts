import type { Finding, PolicyEvent } from "@evenhand/standard";
import { beforeAll, describe, expect, test } from "vitest";
import { seededRandom } from "../../stats/functions/seeded-random.ts";
import { answerQuestion } from "../answer-all.ts";
import { collectCells } from "../collect-cells.ts";
import type { QuestionContext } from "../question.ts";
import { change } from "../questions/change.ts";
import { countableUnits } from "../simulation/answer-department.ts";
import { drawChangeDepartment } from "../simulation/change-department.ts";
import { tallyCells } from "../simulation/change-tally.ts";
import { explainFinding } from "./explain-finding.ts";
import type { Explanation } from "./explanation.ts";
import { findingCells } from "./finding-cells.ts";
import { evaluate } from "./testing/evaluate.ts";
import { hasR, runInR } from "./testing/run-in-r.ts";

const events: readonly PolicyEvent[] = [
  {
    id: "rule",
    kind: "policy",
    what: { en: "A rule" },
    source: "made up",
    effective: "2020-03-15",
    about: [{ field: "force_application.force_type", codes: ["pin"] }],
  },
];
const scope = countableUnits(["incidents", "people", "force"]);
const cases = new Map<string, { readonly finding: Finding; readonly explanation: Explanation }>();

/** A department in which force on Black people and pins fall in March 2020, with a season and uneven months. */
const department = drawChangeDepartment(
  {
    start: "2017-01",
    months: 60,
    dateAt: 38,
    incidentsPerMonth: 60,
    yearly: 1.05,
    season: 0.2,
    unrest: 0.15,
    groups: { white: 0.5, black: 0.4, asian: 0.1 },
    kinds: [
      { code: "takedown", weight: 0.5, injury: 0.2 },
      { code: "pin", weight: 0.3, injury: 0.1 },
      { code: "strike", weight: 0.2, injury: 0.4 },
    ],
    change: { groups: { black: 0.5 }, kinds: { pin: 0.4 } },
  },
  seededRandom(20),
);

beforeAll(async () => {
  const read = tallyCells(department);
  const context: QuestionContext = { release: { place: "made-up", date: "2026-01-01", hash: "0" }, scope, events };
  const collected = await collectCells(Object.values(change.cells(scope, context)), read);
  const release = { scope } as Parameters<typeof findingCells>[1];
  for (const finding of answerQuestion(change, context, collected)) {
    const cells = await findingCells(finding, release, { read, events });
    cases.set(finding.id, { finding, explanation: explainFinding(finding, cells) });
  }
});

const at = (id: string) => {
  const found = cases.get(id);
  if (found === undefined) throw new RangeError(`invalid id; no such finding: ${id}`);
  return found;
};

describe("findings about an event", () => {
  test("each has its own formula, none that of a plain count", () => {
    expect(cases.size).toBeGreaterThan(6);
    for (const { explanation } of cases.values()) expect(explanation.formula).not.toContain("known + missing");
  });

  test("a series carries its months, the regression that is rerun, and what was expected of each month", () => {
    const { finding, explanation } = at("change/total@rule/people");
    const [series] = explanation.tables;
    expect(series).toMatchObject({ name: "series", columns: ["month", "count", "days", "time", "level"] });
    expect(series?.rows.map(([month]) => month)).not.toContain("2020-03");
    expect(series?.rows).toHaveLength(Number(finding.values?.monthsBefore) + Number(finding.values?.monthsAfter));
    const lines = explanation.r.join("\n");
    expect(lines).toMatch(/glm\(count ~ level \+ time \+ sin\(2 \* pi \* time \/ 12\).*family = quasipoisson/);
    expect(lines).toContain("sandwich::NeweyWest(fit, lag = 3");
    const expected = explanation.steps.find(({ label }) => label === "expected-in-all");
    expect(expected?.value).toBe(finding.values?.expected);
  });

  test("the arithmetic printed gives the numbers printed", () => {
    const steps = [...cases.values()].flatMap(({ explanation }) => explanation.steps);
    expect(steps.length).toBeGreaterThan(40);
    for (const { expression, value, label } of steps)
      expect(Math.abs(evaluate(expression) - value), `${label}: ${expression} = ${value}`).toBeLessThanOrEqual(
        1e-9 * Math.abs(value) + 1e-12,
      );
  });

  test("a row of a table has its ratio with both ends, a group how its ratio to the reference moved", () => {
    const labels = (id: string, key: string) =>
      at(id)
        .explanation.steps.filter(({ row }) => row === key)
        .map(({ label }) => label);
    expect(labels("change/kinds@rule/force", "pin")).toEqual(
      expect.arrayContaining(["share-before", "after-per-before", "ratio-low", "ratio-high"]),
    );
    expect(labels("change/by-group@rule/people", "black")).toEqual(
      expect.arrayContaining(["ratio-of-ratios", "ratio-of-ratios-low", "ratio-of-ratios-high"]),
    );
    expect(at("change/kinds@rule/force").explanation.steps.map(({ label }) => label)).toContain("displacement");
  });

  test("blanked months leave no table and no line", () => {
    const { finding } = at("change/total@rule/people");
    const rows = finding.rows.map(({ count, ...row }) =>
      row.key === "2019-05"
        ? { ...row, note: "suppressed-small-count" }
        : { ...row, ...(count === undefined ? {} : { count }) },
    );
    const { tables, r } = explainFinding({ ...finding, rows }, []);
    expect([tables, r.filter((line) => line.includes("glm"))]).toEqual([[], []]);
  });

  if (!hasR) console.warn("Skipped: R with sandwich is not on this machine; its lines were not run.");
  test.skipIf(!hasR)("the lines for R give the same numbers", { timeout: 30_000 }, () => {
    const run = [...cases.values()].flatMap(({ explanation }) => runInR(explanation.r));
    expect(run.length).toBeGreaterThan(60);
    const wrong = run.filter(({ told, given }) => !(Math.abs(given - told) <= 1e-6 * Math.abs(told) + 1e-10));
    expect(wrong).toEqual([]);
    expect(run.some(({ line }) => line.startsWith("ratio_low <- found$low"))).toBe(true);
    expect(run.some(({ line }) => line.startsWith("black_ratio <- of_black$ratio"))).toBe(true);
  });
});
