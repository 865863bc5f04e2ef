import banChokeholds from "./eight-cant-wait/ban_chokeholds/rule.json" with { type: "json" };
import comprehensiveReporting from "./eight-cant-wait/comprehensive_reporting/rule.json" with { type: "json" };
import continuum from "./eight-cant-wait/continuum/rule.json" with { type: "json" };
import deescalation from "./eight-cant-wait/deescalation/rule.json" with { type: "json" };
import dutyToIntervene from "./eight-cant-wait/duty_to_intervene/rule.json" with { type: "json" };
import exhaustAlternatives from "./eight-cant-wait/exhaust_alternatives/rule.json" with { type: "json" };
import movingVehicles from "./eight-cant-wait/moving_vehicles/rule.json" with { type: "json" };
import warnBeforeShooting from "./eight-cant-wait/warn_before_shooting/rule.json" with { type: "json" };
import type { Rubric, Rule } from "./rule.ts";

/** Campaign Zero's eight policies, by its coders' rules: binary, to be compared with human coders. */
export const eightCantWaitRubric: Rubric = {
  id: "eight-cant-wait",
  isBinary: true,
  rules: [
    deescalation,
    banChokeholds,
    dutyToIntervene,
    warnBeforeShooting,
    movingVehicles,
    comprehensiveReporting,
    exhaustAlternatives,
    continuum,
  ] as readonly Rule[],
};
