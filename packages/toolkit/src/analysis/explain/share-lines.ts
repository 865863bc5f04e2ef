import { rowKey } from "./arithmetic.ts";
import type { ComparedRow } from "./compared-rows.ts";
import { koopmanFunctions, koopmanLines } from "./koopman-steps.ts";
import { rInterval, rLine, rName } from "./r-lines.ts";

/** The N − 1 chi-square, or Fisher's mid-p where a count below 1 would be expected. */
const chanceFunction =
  "chance <- function(x1, n1, x0, n0) { x <- x1 + x0; n <- n1 + n0; if (x == n) return(1); if (min(n1, n0) * min(x, n - x) / n >= 1) return(pchisq((n - 1) * (x1 * (n0 - x0) - x0 * (n1 - x1))^2 / (n1 * n0 * x * (n - x)), 1, lower.tail = FALSE)); min(1, 2 * (min(phyper(x1 - 1, n1, n0, x), phyper(x1, n1, n0, x, lower.tail = FALSE)) + dhyper(x1, n1, n0, x) / 2)) }";

/** Comparisons of shares in R: Wilson's interval of each, Koopman's of their ratio, and p values adjusted by Holm. */
export function shareLines(rows: readonly ComparedRow[]): readonly string[] {
  const shares = rows.flatMap(({ row, compared, count, exposure }) => {
    const test = `suppressWarnings(prop.test(${count}, ${exposure}, correct = FALSE))$conf.int`;
    return rInterval(rName(rowKey(row), "prop_test"), test, compared.rate?.interval);
  });
  const tested = rows.filter(({ compared, other }) => compared.p !== undefined && other !== undefined);
  if (tested.length === 0) return shares;
  const chances = tested.map(
    ({ count, exposure, other }) => `chance(${count}, ${exposure}, ${other?.count}, ${other?.exposure})`,
  );
  return [
    ...shares,
    ...koopmanFunctions,
    ...rows.flatMap(koopmanLines),
    chanceFunction,
    `chances <- c(${chances.join(", ")})`,
    ...tested.map(({ row, compared }, index) =>
      rLine(rName(rowKey(row), "p"), `p.adjust(chances, "holm")[${index + 1}]`, compared.p ?? 1),
    ),
  ];
}
