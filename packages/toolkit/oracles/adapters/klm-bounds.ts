import { knoxLoweMummoloBounds } from "../../src/stats/selection/knox-lowe-mummolo-bounds.ts";
import { adapt } from "../adapter.ts";

type Input = { y1: number; y0: number; share_minority_stops: number; rho: number };

export const adapter = adapt<Input>(({ y1, y0, share_minority_stops, rho }) => {
  const found = knoxLoweMummoloBounds({ groupShare: y1, referenceShare: y0, groupPart: share_minority_stops }, rho);
  return {
    naive: found.naive,
    att: found.amongGroup,
    ate_m1_lower: found.bounds?.low ?? null,
    ate_m1_upper: found.bounds?.high ?? null,
    ate_m1_lower_without_A3: found.lowWithoutSeverity ?? null,
  };
});
