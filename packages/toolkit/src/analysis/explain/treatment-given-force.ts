import { rowKey, step, wilsonSteps, written } from "./arithmetic.ts";
import { comparedRows } from "./compared-rows.ts";
import type { Explainer } from "./explanation.ts";
import { rInterval, rName } from "./r-lines.ts";

/** Shares of each group's people with an outcome, their ratio and difference to the reference, and the excess. */
export const treatmentGivenForce: Explainer = (finding) => {
  const rows = comparedRows(finding);
  const steps = rows.flatMap(({ row, compared, count, exposure, other }) => {
    const key = rowKey(row);
    const share = `${written(count)} / ${written(exposure)}`;
    const own = compared.rate;
    const ends = wilsonSteps({ count, total: exposure }, own?.interval, key);
    const shares = [...step("share", key, share, own?.value), ...ends];
    if (other === undefined || other.exposure === 0) return shares;
    const reference = `(${written(other.count)} / ${written(other.exposure)})`;
    return [
      ...shares,
      ...step("ratio", key, `(${share}) / ${reference}`, compared.ratio?.value),
      ...step("difference", key, `${share} - ${reference}`, compared.difference?.value),
      ...step("excess", key, `${written(count)} - ${reference} * ${written(exposure)}`, compared.excess),
    ];
  });
  const r = rows.flatMap(({ row, compared, count, exposure }) =>
    compared.rate?.interval === undefined
      ? []
      : rInterval(
          rName(rowKey(row), "prop_test"),
          `suppressWarnings(prop.test(${count}, ${exposure}, correct = FALSE))$conf.int`,
          compared.rate.interval,
        ),
  );
  return { steps, r };
};
