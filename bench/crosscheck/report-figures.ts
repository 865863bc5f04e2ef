import type { Finding, FindingRow, RowComparison } from "@evenhand/standard";

/** A figure that the report shows and R computes again. */
export type ReportFigure = {
  /** Name that the R script gives it. */
  readonly figure: string;
  readonly ours: number | undefined;
  /** Largest allowed difference, as a part of the independent figure. */
  readonly tolerance: number;
  /** Why it need not agree to the last digit. */
  readonly note?: string;
  /** How the two must stand; equal unless told. */
  readonly relation?: "equal" | "at most" | "at least";
};

const exact = 1e-8;

/** The figures of Minneapolis: uses of force by race, rates, missing race, and the model of neighbourhoods. */
export function minneapolisFigures(findings: readonly Finding[]): readonly ReportFigure[] {
  const race = findingOf(findings, "on-whom/race/force");
  const places = findingOf(findings, "places/race-within-similar-areas/force");
  const compared = rowOf(places, "black").compared;
  const searched = { tolerance: 1e-5, note: "both search for the likeliest fit" };
  return [
    { figure: "uses of force", ours: race.total, tolerance: 0 },
    { figure: "race not recorded", ours: race.total - race.denominator, tolerance: 0 },
    ...race.rows.map(({ key, count }) => ({ figure: `count ${key}`, ours: count, tolerance: 0 })),
    ...rateFigures(findingOf(findings, "rates/race-per-population/force"), ["black"]),
    ...rangeFigures(findingOf(findings, "rates/race-per-population/force")),
    { figure: "areas", ours: numberIn(places, "areas"), tolerance: 0 },
    { figure: "matched", ours: numberIn(places, "matched"), tolerance: 0 },
    ...estimateFigures("places raw", compared?.ratio, searched),
    ...estimateFigures("places adjusted", compared?.adjusted, searched),
    {
      figure: "places within areas",
      ours: compared?.alternatives?.find(({ method }) => method === "within-areas")?.ratio.value,
      tolerance: exact,
    },
  ];
}

/** The figures of New Jersey: people by race, rates, and treatment within like situations. */
export function newJerseyFigures(findings: readonly Finding[]): readonly ReportFigure[] {
  const race = findingOf(findings, "on-whom/race/people");
  const groups = ["black", "hispanic_latino"];
  const looseness = {
    tolerance: 1e-6,
    note: "the force of reports on several people belongs to none of them, on both sides",
  };
  return [
    { figure: "people", ours: race.total, tolerance: 0 },
    { figure: "race not recorded", ours: race.total - race.denominator, tolerance: 0 },
    ...race.rows.map(({ key, count }) => ({ figure: `count ${key}`, ours: count, tolerance: 0 })),
    ...rateFigures(findingOf(findings, "rates/race-per-population/people"), [...groups, "asian"], {
      tolerance: 0.015,
      note: "a person whom reports date differently falls into one month or the other",
    }),
    ...["taser-used", "firearm-pointed", "struck"].flatMap((measure) =>
      treatmentFigures(findingOf(findings, `treatment/${measure}/people`), { groups, looseness }),
    ),
    ...treatmentFigures(findingOf(findings, "treatment/arrested/people"), { groups, looseness: { tolerance: 1e-6 } }),
  ];
}

type Looseness = Pick<ReportFigure, "tolerance" | "note">;

function rateFigures(
  finding: Finding,
  groups: readonly string[],
  spread: Looseness = { tolerance: exact },
): readonly ReportFigure[] {
  const wide = finding.comparison?.dispersion;
  return [
    { figure: "years", ours: numberIn(finding, "exposureYears"), tolerance: exact },
    { figure: "dispersion", ours: wide, ...spread },
    ...groups.flatMap((group): ReportFigure[] => {
      const { rate, ratio } = rowOf(finding, group).compared ?? ({} as Partial<RowComparison>);
      const wider = "for events in clusters the interval is wider than poisson.test's";
      return [
        { figure: `rate ${group}`, ours: rate?.value, tolerance: exact },
        { figure: `rate ratio ${group}`, ours: ratio?.value, tolerance: exact },
        { figure: `rate ratio low ${group}`, ours: ratio?.interval?.low, ...spread },
        { figure: `rate ratio high ${group}`, ours: ratio?.interval?.high, ...spread },
        { figure: `exact low ${group}`, ours: ratio?.interval?.low, tolerance: 0, relation: "at most", note: wider },
        { figure: `exact high ${group}`, ours: ratio?.interval?.high, tolerance: 0, relation: "at least", note: wider },
      ];
    }),
  ];
}

function rangeFigures(finding: Finding): readonly ReportFigure[] {
  const range = rowOf(finding, "black").compared?.ratioRange;
  return [
    { figure: "missing race ratio low", ours: range?.low, tolerance: exact },
    { figure: "missing race ratio high", ours: range?.high, tolerance: exact },
  ];
}

function treatmentFigures(
  finding: Finding,
  { groups, looseness }: { readonly groups: readonly string[]; readonly looseness: Looseness },
): readonly ReportFigure[] {
  const { measure } = finding;
  return groups.flatMap((group): ReportFigure[] => {
    const row = rowOf(finding, group);
    const { ratio, adjusted } = row.compared ?? ({} as Partial<RowComparison>);
    return [
      { figure: `${measure} share ${group}`, ours: row.share, ...looseness },
      { figure: `${measure} ratio ${group}`, ours: ratio?.value, ...looseness },
      { figure: `${measure} ratio low ${group}`, ours: ratio?.interval?.low, ...looseness },
      { figure: `${measure} ratio high ${group}`, ours: ratio?.interval?.high, ...looseness },
      { figure: `${measure} within situations ${group}`, ours: adjusted?.value, ...looseness },
      { figure: `${measure} within situations low ${group}`, ours: adjusted?.interval?.low, ...looseness },
      { figure: `${measure} within situations high ${group}`, ours: adjusted?.interval?.high, ...looseness },
    ];
  });
}

function estimateFigures(
  figure: string,
  estimate: RowComparison["ratio"],
  looseness: Looseness,
): readonly ReportFigure[] {
  return [
    { figure, ours: estimate?.value, ...looseness },
    { figure: `${figure} low`, ours: estimate?.interval?.low, ...looseness },
    { figure: `${figure} high`, ours: estimate?.interval?.high, ...looseness },
  ];
}

function findingOf(findings: readonly Finding[], id: string): Finding {
  const found = findings.find((finding) => finding.id === id);
  if (found === undefined) throw new RangeError(`invalid findings; there is none of this id: ${id}`);
  return found;
}

function rowOf(finding: Finding, key: string): FindingRow {
  const found = finding.rows.find((row) => row.key === key);
  if (found === undefined) throw new RangeError(`invalid finding; ${finding.id} has no row: ${key}`);
  return found;
}

const numberIn = ({ values }: Finding, name: string): number | undefined =>
  typeof values?.[name] === "number" ? values[name] : undefined;
