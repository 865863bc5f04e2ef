import { weightedDisplacementDifference } from "../../src/stats/change/weighted-displacement-difference.ts";
import { adapt } from "../adapter.ts";

type Input = Readonly<Record<"t_pre" | "t_post" | "c_pre" | "c_post", number>> &
  Readonly<Partial<Record<"d_pre" | "d_post" | "cd_pre" | "cd_post", number>>>;

export const adapter = adapt<Input>((input) => {
  const { difference, standardError, z, interval } = weightedDisplacementDifference(
    {
      target: { before: input.t_pre, after: input.t_post },
      control: { before: input.c_pre, after: input.c_post },
      displacement: { before: input.d_pre ?? 0, after: input.d_post ?? 0 },
      displacementControl: { before: input.cd_pre ?? 0, after: input.cd_post ?? 0 },
    },
    { level: 0.9 },
  );
  return { wdd: difference, se: standardError, z: z ?? null, ci90: [interval.low, interval.high] };
});
