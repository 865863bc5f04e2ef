import { step, written } from "./arithmetic.ts";
import type { Explainer } from "./explanation.ts";

/**
 * Agencies with an event beside those without: four counts over the days before and after, whose cross product is the
 * ratio. The interval and p take the agencies one by one, which the finding does not carry.
 */
export const agenciesBesideOthers: Explainer = ({ values = {} }) => {
  const { withBefore, withAfter, withoutBefore, withoutAfter, ratio } = values;
  const counts = [withAfter, withBefore, withoutAfter, withoutBefore];
  if (typeof ratio !== "number" || counts.some((count) => typeof count !== "number")) return { steps: [] };
  const [x1, x0, y1, y0] = counts.map((count) => written(Number(count)));
  return { steps: step("cross-ratio", undefined, `${x1} * ${y0} / (${x0} * ${y1})`, ratio) };
};
