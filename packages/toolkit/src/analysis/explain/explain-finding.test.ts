import type { Finding, FindingRow } from "@evenhand/standard";
import { describe, expect, test } from "vitest";
import { explainFinding } from "./explain-finding.ts";
import { evaluate } from "./testing/evaluate.ts";

const finding = (rest: Partial<Finding> & { readonly rows: readonly FindingRow[] }): Finding => ({
  id: "rates/race-per-stops/people",
  question: "rates",
  measure: "race-per-stops",
  unit: "people",
  denominator: 100,
  total: 100,
  missing: [],
  method: "count",
  release: { place: "here", date: "2025-01-01", hash: "0" },
  caveats: [],
  shown: "full",
  ...rest,
});

const numbersOf = (explained: ReturnType<typeof explainFinding>, label: string, row?: string) => {
  const step = explained.steps.find((one) => one.label === label && one.row === row);
  return step === undefined ? undefined : [evaluate(step.expression), step.value];
};

describe("explainFinding", () => {
  test("Mapping Police Violence, California 2013–2020: 11.7809 and 3.1301 per million and year, ratio 3.7637", () => {
    const [black, white] = [2_164_519 * 8, 14_695_836 * 8];
    const ratio = 204 / black / (368 / white);
    const explained = explainFinding(
      finding({
        method: "rate-by-benchmark",
        values: { exposureYears: 8 },
        comparison: { reference: "white", per: 1_000_000, level: 0.95 },
        rows: [
          {
            key: "black",
            count: 204,
            compared: { exposure: black, rate: { value: 204 / black }, ratio: { value: ratio }, direction: "higher" },
          },
          { key: "white", count: 368, compared: { exposure: white, rate: { value: 368 / white }, direction: "none" } },
        ],
      }),
      [],
    );
    const rate = (row: string) => (numbersOf(explained, "rate", row)?.[0] ?? 0) * 1_000_000;
    expect(rate("black").toFixed(4)).toBe("11.7809");
    expect(rate("white").toFixed(4)).toBe("3.1301");
    expect(numbersOf(explained, "ratio", "black")?.[0]?.toFixed(4)).toBe("3.7637");
    expect(numbersOf(explained, "exposure", "black")).toEqual([black, black]);
    expect(numbersOf(explained, "ratio", "white")).toBeUndefined();
  });

  test("everybody else is all other compared rows together, not those set aside", () => {
    const explained = explainFinding(
      finding({
        method: "rate-by-benchmark",
        comparison: { reference: "everybody-else", per: 100, level: 0.95 },
        rows: [
          {
            key: "black",
            count: 10,
            compared: { exposure: 100, ratio: { value: 0.1 / (6 / 300) }, direction: "none" },
          },
          { key: "asian", count: 2, compared: { exposure: 100, direction: "none" } },
          { key: "white", count: 4, compared: { exposure: 200, direction: "none" } },
          { key: "other_unspecified", count: 50, note: "group-not-compared" },
        ],
      }),
      [],
    );
    const [found, told] = numbersOf(explained, "ratio", "black") ?? [];
    expect(found).toBeCloseTo(told ?? Number.NaN, 12);
    expect(found).toBeCloseTo(5, 12);
  });

  test("the E-value of VanderWeele & Ding (2017): a ratio of 3.9 needs 7.26, and its inverse the same", () => {
    for (const ratio of [3.9, 1 / 3.9]) {
      const strength = 3.9 + Math.sqrt(3.9 * 2.9);
      const row = {
        key: "black",
        count: 30,
        compared: { ratio: { value: ratio }, direction: "higher" as const },
        figures: { strength },
      };
      const [found] =
        numbersOf(explainFinding(finding({ method: "selection-bounds", rows: [row] }), []), "strength", "black") ?? [];
      expect(found?.toFixed(2)).toBe("7.26");
    }
  });

  test("what cannot be said has no arithmetic; a method without a file is explained by its counts", () => {
    const none = finding({ method: "share-of-known", shown: "cannot-say", reason: "nothing-known", rows: [] });
    expect(explainFinding(none, []).steps).toEqual([]);
    const other = finding({
      method: "place-adjusted",
      denominator: 90,
      missing: [{ reason: "unknown", count: 10 }],
      rows: [],
    });
    expect(explainFinding(other, []).steps).toEqual([{ label: "total", expression: "90 + 10", value: 100 }]);
  });

  test("a formula in both languages", () => {
    const one = finding({ rows: [] });
    expect(explainFinding(one, [], "en").formula).not.toBe(explainFinding(one, [], "es").formula);
  });
});
