import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { differences, type Tolerance } from "../../../../packages/toolkit/oracles/compare.ts";
import { runWords } from "../testing/run-words.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-change-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const cases = new URL("../../../../packages/toolkit/oracles/cases/", import.meta.url);
const shared = new URL("../../../../../shared/methods/oracles/", import.meta.url);

type OracleCase = {
  readonly id: string;
  readonly input: {
    readonly dataset?: string;
    readonly response: string;
    readonly exposure?: string | null;
    readonly time: string;
    readonly T0: number;
    readonly fourier?: number;
    readonly nw_lag?: number | null;
    readonly slope?: boolean;
  };
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: Tolerance;
};
const oracles: { readonly cases: readonly OracleCase[] } = JSON.parse(
  readFileSync(new URL("its_segmented.json", cases), "utf8"),
);
const published = oracles.cases.filter(({ input }) => input.dataset !== undefined);

/** Where a published series is: beside the oracles, or among the files that are fetched; undefined where it is not here. */
function datasetPath(dataset: string): string | undefined {
  return [cases, shared].map((root) => fileURLToPath(new URL(dataset, root))).find((path) => existsSync(path));
}

type Pair = { readonly low: number; readonly high: number };
const pair = ({ low, high }: Pair) => [low, high];

describe("published interrupted time series come out of the public command", () => {
  test("the oracles have the Sicily and the seat-belt series", () => {
    const names = new Set(published.map(({ input }) => input.dataset?.split("/").at(-1)));
    expect([...names].toSorted()).toEqual(["seatbelts.csv", "sicily.csv"]);
  });

  for (const { id, input, expected, tolerance } of published) {
    const path = datasetPath(input.dataset ?? "");
    if (path === undefined) console.warn(`Skipped: ${id}: ${input.dataset} is not on this machine.`);
    test.skipIf(path === undefined)(`${id}: every number of the oracle`, async () => {
      const words = [
        ...["change", path ?? "", "--count", input.response, "--time", input.time, "--date", String(input.T0)],
        ...["--seasons", String(input.fourier ?? 0), "--lag", String(input.nw_lag)],
        ...(input.exposure ? ["--exposure", input.exposure] : []),
        ...(input.slope ? ["--slope"] : []),
        "--json",
      ];
      const { code, written, out } = await runWords(words);
      expect([code, written.length]).toEqual([0, 1]);
      const [answer] = JSON.parse(out).changes;
      const column = (name: string) => answer.coefficients.map((one: Record<string, unknown>) => one[name]);
      const got = {
        columns: column("column"),
        coef: column("estimate"),
        se_poisson: column("poissonError"),
        se_quasi: column("quasiPoissonError"),
        se_newey_west: column("neweyWestError"),
        dispersion: answer.dispersion,
        effect_ratio: answer.ratio,
        effect_ci_quasi: pair(answer.intervals.quasiPoisson),
        effect_ci_nw: pair(answer.intervals.neweyWest),
        observed_post: answer.observed,
        expected_post: answer.expected,
        expected_se: answer.expectedError,
        difference: answer.difference,
        difference_pi: pair(answer.differenceInterval),
        pearson_acf1: answer.autocorrelation,
        ljung_box12_p: answer.ljungBox,
      };
      expect(Object.keys(expected).filter((key) => !Object.hasOwn(got, key))).toEqual([]);
      expect(differences(got, expected, tolerance)).toEqual([]);
    });
  }

  const sicily = datasetPath("data-fetched/sicily.csv");
  test.skipIf(sicily === undefined)(
    "Sicily by its date, columns found by their headers: 0.885 (0.839–0.933)",
    async () => {
      const { code, out } = await runWords(["change", sicily ?? "", "--date", "2005-01", "--exposure", "stdpop"]);
      expect(code).toBe(0);
      expect(out).toContain("“aces”, “year”, “month”");
      expect(out).toContain("0.885 (95% interval 0.839 to 0.933)");
      expect(out).toContain("Counted in the 23 periods after: 19,723");
    },
  );
});

/** 48 months from 2018-01: a season, and from 2021-01 on three fifths of it. */
const rows = Array.from({ length: 48 }, (_, index) => {
  const month = `${2018 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
  const level = 100 + 20 * Math.sin((2 * Math.PI * index) / 12) + ((index * 7) % 5);
  return { month, count: Math.round(index < 36 ? level : level * 0.6) };
});
const seriesText = (list: readonly { readonly month: string; readonly count: number | string }[]) =>
  `month,incidents\n${list.map(({ month, count }) => `${month},${count}\n`).join("")}`;

describe("any series, with a date or events", () => {
  let series = "";
  beforeAll(() => {
    series = write("series.csv", seriesText(rows));
  });
  const json = async (...words: readonly string[]) => {
    const { code, out, note } = await runWords(["change", ...words, "--json"]);
    expect([code, note]).toEqual([0, ""]);
    return JSON.parse(out);
  };

  test("a real fall is found, and said as what followed, in both languages", async () => {
    const { changes } = await json(series, "--date", "2021-01");
    expect(changes[0]).toMatchObject({ firstPeriod: "2021-01", periodsBefore: 36, direction: "lower", shown: "full" });
    expect(changes[0].ratio).toBeGreaterThan(0.55);
    expect(changes[0].ratio).toBeLessThan(0.65);
    const english = (await runWords(["change", series, "--date", "2021-01"])).out;
    const spanish = (await runWords(["change", series, "--date", "2021-01", "--lang", "es"])).out;
    expect(english).toMatch(/This followed the date/);
    expect(english).not.toMatch(/caused by|led to|because of/i);
    expect(spanish).toMatch(/Esto siguió a la fecha/);
    expect(`${english}${spanish}`).not.toMatch(/\{\w+\}|undefined|NaN/);
  });

  test("events: each is asked, p adjusted together; what else happened is named; one without a date is said", async () => {
    const events = write(
      "events.csv",
      "id,effective,kind,what,source\nrule,2021-01-15,policy,New rule,x\ncourse,2020-06-01,training,Course,x\nchief,2020-11-01,other,New chief,x\nlater,,policy,Undated rule,x\n",
    );
    const { changes, undated } = await json(series, "--events", events);
    expect(
      changes.map(({ event, firstPeriod, phaseIn }: Record<string, unknown>) => [event, firstPeriod, phaseIn]),
    ).toEqual([
      ["rule", "2021-01", 1],
      ["course", "2020-06", 0],
    ]);
    expect(undated).toEqual(["later"]);
    expect(changes[0].otherEvents).toEqual(["course", "chief"]);
    expect(changes[0].adjustedP).toBeCloseTo(Math.min(1, 2 * changes[0].p), 12);
    const { out } = await runWords(["change", series, "--events", events]);
    expect(out).toContain("New rule (2021-01-15)");
    expect(out).toContain("2020-11-01: New chief");
    expect(out).toContain("Undated rule: no date");
  });

  test("a known change in recording, too few months, and a gap are refused; the counts stand alone", async () => {
    const recording = write(
      "recording.csv",
      "id,effective,kind,what,source\nrule,2021-01-01,policy,New rule,x\nform,2021-02-01,recording,New form,x\n",
    );
    expect((await json(series, "--events", recording)).changes[0]).toMatchObject({
      shown: "counts",
      reason: "recording-changed",
    });
    const late = (await json(series, "--date", "2021-10")).changes[0];
    expect(late).toMatchObject({ shown: "counts", reason: "too-few-months-for-change", periodsAfter: 3 });
    expect(late).not.toHaveProperty("ratio");
    const holes = write(
      "holes.csv",
      seriesText(rows.map((row, index) => (index > 32 && index < 39 ? { ...row, count: "" } : row))),
    );
    const gap = await json(holes, "--date", "2021-01");
    expect(gap.changes[0].reason).toBe("months-missing-for-change");
    expect(gap.issues.filter(({ code }: { code: string }) => code === "count-left-out")).toHaveLength(6);
    const { out } = await runWords(["change", series, "--date", "2021-10"]);
    expect(out).toContain("No test. There are too few months");
  });

  test("a month left out at the start does not shift the date", async () => {
    const cut = write("cut.csv", seriesText(rows.map((row, index) => (index === 0 ? { ...row, count: "?" } : row))));
    const { changes } = await json(cut, "--date", "2021-01");
    expect([changes[0].periodsBefore, changes[0].periodsAfter]).toEqual([35, 12]);
  });
});

describe("something to correct", () => {
  const series = () => write("again.csv", seriesText(rows));
  const numbered = () => write("numbered.csv", "t,n\n1,5\n2,6\n");
  const events = () => write("none.csv", "id,effective,kind,source\na,2020-01-01,other,x\n");
  const wrong: readonly (readonly [title: string, words: () => readonly string[], says: RegExp])[] = [
    ["no file", () => [], /release folder.*series/],
    ["no date and no events", () => [series(), "--slope"], /--date 2005-01, or --events/],
    ["both", () => [series(), "--date", "2020-01", "--events", events()], /one of them/],
    ["a year", () => [series(), "--date", "2020"], /month such as 2005-01/],
    ["a date for numbered periods", () => [numbered(), "--date", "2020-01"], /--date 37/],
    ["half a season", () => [series(), "--date", "2020-01", "--seasons", "1.5"], /0 to 5, or months/],
    ["a negative phase-in", () => [series(), "--date", "2020-01", "--phase-in=-1"], /whole number of months/],
    ["a column that is not there", () => [series(), "--date", "2020-01", "--count", "x"], /no column “x”/],
    ["only events that are not asked of", () => [series(), "--events", events()], /policy, practice or training/],
    ["a folder for a series", () => [folder, "--date", "2020-01"], /one CSV file/],
    ["records without events", () => [folder], /--events FILE/],
    [
      "neither records nor a series",
      () => [
        write("x.csv", "a,b\n1,2\n"),
        "--events",
        write("ok.csv", "id,effective,kind,source\na,2020-01-01,policy,x\n"),
      ],
      /As records: .*\nAs a series of counts: /,
    ],
    ["a huge file", () => [write("huge.csv", "x".repeat(1_000_001)), "--date", "2020-01"], /larger than 1 MB/],
  ];
  test.each(wrong)("%s", async (_, words, says) => {
    const { code, note, out } = await runWords(["change", ...words()]);
    expect([code, out]).toEqual([1, ""]);
    expect(note).toMatch(says);
    expect(note).not.toMatch(/\n\s+at /);
  });
});
