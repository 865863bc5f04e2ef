import type { Finding } from "@evenhand/standard";
import { rLine, rName } from "./r-lines.ts";

/** What the models were fitted with: the circumstances in use, and whether counts scatter more than Poisson counts. */
export type PlaceModelOptions = {
  readonly circumstances: readonly string[];
  readonly scatters: { readonly raw: boolean; readonly adjusted: boolean };
};

/** The two models of areas in R, and each group's ratios, interval and p value out of them. */
export function placeModelLines(finding: Finding, { circumstances, scatters }: PlaceModelOptions): readonly string[] {
  const terms = circumstances.map((id) => (id.endsWith("_rate") ? `standard(log1p(${id}))` : `standard(${id})`));
  const rows = finding.rows.filter(({ compared }) => compared?.adjusted !== undefined);
  const groups = rows.map(({ key }) => `"${key}"`).join(", ");
  return [
    "library(MASS)",
    "library(sandwich)",
    `areas$group <- relevel(factor(areas$group), "${finding.comparison?.reference}")`,
    "standard <- function(x) (x - mean(x)) / sqrt(mean((x - mean(x))^2))",
    modelLine("raw", [], scatters.raw),
    modelLine("adjusted", terms, scatters.adjusted),
    "number_of_areas <- length(unique(areas$area))",
    'log_ratio <- function(fit, group) coef(fit)[[paste0("group", group)]]',
    'log_error <- function(fit, group) { term <- paste0("group", group); coefficients <- sum(!is.na(coef(fit))); sqrt(vcovCL(fit, cluster = areas$area, type = "HC0", cadjust = FALSE)[term, term] * number_of_areas / (number_of_areas - coefficients)) }',
    "ratio_of <- function(fit, group) exp(log_ratio(fit, group) + c(0, -1, 1) * qt(0.975, number_of_areas - 1) * log_error(fit, group))",
    `p_of <- sapply(c(${groups}), function(group) 2 * pt(-abs(log_ratio(adjusted, group) / log_error(adjusted, group)), number_of_areas - 1))`,
    ...rows.flatMap(({ key, compared }, index) => [
      ...ratioLines(`${rName(key)}_raw`, `ratio_of(raw, "${key}")`, compared?.ratio),
      ...ratioLines(`${rName(key)}_adjusted`, `ratio_of(adjusted, "${key}")`, compared?.adjusted),
      ...(compared?.p === undefined
        ? []
        : [rLine(`${rName(key)}_p`, `p.adjust(p_of, "holm")[${index + 1}]`, compared.p)]),
    ]),
  ];
}

function modelLine(name: string, terms: readonly string[], scatters: boolean): string {
  const formula = ["events ~ group", ...terms, "offset(log(residents_years))"].join(" + ");
  const control = "control = glm.control(epsilon = 1e-12, maxit = 200)";
  return scatters
    ? `${name} <- glm.nb(${formula}, data = areas, ${control})`
    : `${name} <- glm(${formula}, family = poisson, data = areas, ${control})`;
}

type Told = NonNullable<NonNullable<Finding["rows"][number]["compared"]>["ratio"]>;

function ratioLines(name: string, expression: string, told: Told | undefined): readonly string[] {
  if (told === undefined) return [];
  const ends = told.interval;
  return [
    rLine(`${name}_ratio`, `${expression}[1]`, told.value),
    ...(ends === undefined
      ? []
      : [rLine(`${name}_low`, `${expression}[2]`, ends.low), rLine(`${name}_high`, `${expression}[3]`, ends.high)]),
  ];
}
