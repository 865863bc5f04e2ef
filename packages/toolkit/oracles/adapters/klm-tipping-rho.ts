import { isRefusal } from "../../src/stats/refusal.ts";
import { knoxLoweMummoloTipping } from "../../src/stats/selection/knox-lowe-mummolo-tipping.ts";
import { adapt } from "../adapter.ts";

export const adapter = adapt<{ y1: number; y0: number; target?: number }>(({ y1, y0, target }) => {
  const found = knoxLoweMummoloTipping(y1, y0, { target: target ?? 0 });
  return { rho_star: isRefusal(found) ? null : found.discretionaryShare };
});
