import type { Finding } from "@evenhand/standard";
import { keyReader } from "../cell-table.ts";
import rules from "../questions/unit-rules.json" with { type: "json" };
import { step, written } from "./arithmetic.ts";
import { cellsNamed } from "./cells-named.ts";
import { count } from "./count.ts";
import type { Explainer, Step } from "./explanation.ts";
import type { NamedCells } from "./finding-cells.ts";
import { rLine } from "./r-lines.ts";

/** How many officers had so many incidents. Never one officer. */
type Level = { readonly incidents: number; readonly officers: number };

/** How few officers account for half: from the numbers of officers by incidents, in which no officer can be told. */
export const officerConcentration: Explainer = (finding, cells, beside) => {
  const levels = finding.shown === "cannot-say" ? [] : levelsOf(cells);
  const counted = count(finding, cells, beside).steps;
  if (levels.length === 0) return { steps: counted };
  return {
    tables: [
      {
        name: "officers",
        columns: ["incidents", "officers"],
        rows: levels.map(({ incidents, officers }) => [incidents, officers]),
      },
    ],
    steps: [...counted, ...halfSteps(finding, levels)],
    r: officerLines(finding),
  };
};

function levelsOf(cells: readonly NamedCells[]): readonly Level[] {
  const table = cellsNamed(cells, "officers", ["incidents"]);
  if (table === undefined) return [];
  const incidents = keyReader(table, "incidents");
  return table.cells
    .map((cell) => ({ incidents: Number(incidents(cell)), officers: cell.count }))
    .toSorted((left, right) => right.incidents - left.incidents);
}

function halfSteps({ values = {} }: Finding, levels: readonly Level[]): readonly Step[] {
  const { officers, officersForHalf, officerIncidents, meanPerOfficer } = values;
  if (typeof officersForHalf !== "number" || typeof officerIncidents !== "number") return [];
  const products = levels.map(({ incidents, officers: many }) => `${many} * ${incidents}`).join(" + ");
  const mean = typeof meanPerOfficer === "number" ? meanPerOfficer : undefined;
  return [
    ...step("officer-incidents", undefined, products, officerIncidents),
    ...step("mean", undefined, `${officerIncidents} / ${written(Number(officers))}`, mean),
    ...step("half", undefined, `${officerIncidents} / 2`, officerIncidents / 2),
    ...heldStep("held", levels, officersForHalf),
    ...heldStep("held-by-fewer", levels, officersForHalf - 1),
  ];
}

/** Incidents of the officers with the most incidents, so many of them. */
function heldStep(label: "held" | "held-by-fewer", levels: readonly Level[], officers: number): readonly Step[] {
  let left = officers;
  let held = 0;
  const terms = levels.flatMap(({ incidents, officers: many }) => {
    const taken = Math.min(left, many);
    left -= taken;
    held += taken * incidents;
    return taken === 0 ? [] : [`${taken} * ${incidents}`];
  });
  return terms.length === 0 ? [] : step(label, undefined, terms.join(" + "), held);
}

function officerLines({ values = {} }: Finding): readonly string[] {
  const line = (name: string, expression: string, value: unknown): readonly string[] =>
    typeof value === "number" ? [rLine(name, expression, value)] : [];
  const isShrunken = values.largestShrunkenMean !== values.meanPerOfficer;
  return [
    "counts <- sort(rep(officers$incidents, officers$officers), decreasing = TRUE)",
    ...line("number_of_officers", "length(counts)", values.officers),
    ...line("mean_per_officer", "mean(counts)", values.meanPerOfficer),
    ...line("officers_for_half", "which(2 * cumsum(counts) >= sum(counts))[1]", values.officersForHalf),
    "mu <- if (mean(counts) > 1) uniroot(function(m) m / (1 - exp(-m)) - mean(counts), c(1e-9, mean(counts)), tol = 1e-13)$root else 0",
    "k <- if (mu > 0) max(which(ppois(0:(10 * ceiling(mu) + 20) - 2, mu, lower.tail = FALSE) >= 0.5)) - 1 else 1",
    "by_chance <- if (mu > 0) (ppois(k, mu, lower.tail = FALSE) + (0.5 - ppois(k - 1, mu, lower.tail = FALSE)) * mu / k) / (1 - exp(-mu)) else 0.5",
    ...line(
      "officers_for_half_by_chance",
      "max(1, ceiling(length(counts) * by_chance - 1e-9))",
      values.officersForHalfByChance,
    ),
    ...line(
      "clearly_above",
      `sum(p.adjust(ppois(counts - 1, mean(counts), lower.tail = FALSE), "BH") < ${rules.clearlyAbove.value})`,
      values.clearlyAbove,
    ),
    ...(isShrunken ? shrunkenLines(values.largestShrunkenMean) : []),
  ];
}

/** The gamma spread of rates by maximum likelihood over its shape; its mean is the mean of the counts. */
function shrunkenLines(value: unknown): readonly string[] {
  if (typeof value !== "number") return [];
  const likelihood = "function(log_shape) sum(dnbinom(counts, size = exp(log_shape), mu = mean(counts), log = TRUE))";
  return [
    `shape <- exp(optimize(${likelihood}, c(-14, 30), maximum = TRUE, tol = 1e-10)$maximum)`,
    rLine("largest_shrunken_mean", "(shape + max(counts)) / (shape / mean(counts) + 1)", value),
  ];
}
