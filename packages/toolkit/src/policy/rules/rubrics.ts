import { eightCantWaitRubric } from "./eight-cant-wait-rubric.ts";
import { evenhandRubric } from "./evenhand-rubric.ts";
import type { Rubric } from "./rule.ts";

/** The rubrics that ship, by id. */
export const rubrics: Readonly<Record<Rubric["id"], Rubric>> = {
  evenhand: evenhandRubric,
  "eight-cant-wait": eightCantWaitRubric,
};
