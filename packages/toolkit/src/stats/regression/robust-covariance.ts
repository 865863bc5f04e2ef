import { sandwichProduct } from "../matrices/multiply.ts";
import { weightedCrossProduct } from "../matrices/weighted-cross-product.ts";
import type { Refusal } from "../refusal.ts";
import { leverages } from "./leverages.ts";
import { placeCovariance } from "./place-coefficients.ts";
import type { CoefficientCovariance, ScoredFit } from "./regression-fit.ts";

const wholeLeverage = 1 - 1e-9;

/**
 * Covariance of coefficients that does not trust the model's variance (a "sandwich"): for rows that are independent of
 * each other. HC0 is the plain form, HC1 multiplies by n / (n − k), HC2 and HC3 divide each squared score by 1 − h and
 * (1 − h)², h its leverage. Not for rows that come in groups: use {@link clusterCovariance}; not for a series in time:
 * {@link neweyWestCovariance}. Depends on what a row is, so rows must not be merged.
 *
 * Source: White (1980), Econometrica 48, 817–838; MacKinnon & White (1985); Zeileis (2006), J. Stat. Software 16(9).
 *
 * @returns a refusal "too_few_units" where no degrees of freedom are left (HC1) or one row alone decides a coefficient
 * (HC2, HC3)
 * @example robustCovariance({ design: { rows: 2, columns: ["one"], values: Float64Array.of(1, 1) }, observations: 2, scores: Float64Array.of(-1, 1), workingWeights: Float64Array.of(2, 2), basis: { conditioned: { rows: 2, values: Float64Array.of(1, 1), kept: [0], aliased: [], turn: undefined }, inverse: Float64Array.of(0.25) } }, { kind: "HC0" }) // { standardErrors: [0.35355…] }
 */
export function robustCovariance(
  fit: ScoredFit,
  { kind }: { readonly kind: "HC0" | "HC1" | "HC2" | "HC3" },
): CoefficientCovariance | Refusal {
  const { basis, design, scores, observations } = fit;
  const { conditioned, inverse } = basis;
  const size = conditioned.kept.length;
  if (kind === "HC1" && observations <= size)
    return { reason: "too_few_units", detail: `${observations} rows for ${size} coefficients` };
  const squares = scores.map((score) => score * score);
  if (kind === "HC2" || kind === "HC3") {
    const power = kind === "HC2" ? 1 : 2;
    const shares = leverages(fit);
    const alone = shares.findIndex((share) => share >= wholeLeverage);
    if (alone >= 0) return { reason: "too_few_units", detail: `row ${alone} alone decides a coefficient` };
    for (let row = 0; row < squares.length; row += 1)
      squares[row] = (squares[row] as number) / (1 - (shares[row] as number)) ** power;
  }
  const meat = weightedCrossProduct(conditioned.values, conditioned.rows, squares);
  const scale = kind === "HC1" ? observations / (observations - size) : 1;
  return placeCovariance(design, basis, { inner: sandwichProduct(inverse, meat, size), scale });
}
