import { placeboDates } from "../../src/stats/change/placebo-dates.ts";
import { isRefusal } from "../../src/stats/refusal.ts";
import { adapt } from "../adapter.ts";

type Input = {
  readonly y: number[];
  readonly exposure?: number[] | null;
  readonly T0: number;
  readonly margin?: number;
};

export const adapter = adapt<Input>(({ y, exposure, T0, margin }) => {
  const answer = placeboDates({ counts: y, exposure: exposure ?? undefined }, { changeAt: T0, margin: margin ?? 12 });
  if (isRefusal(answer)) return { z_real: null, fake_dates: [], z_fake: [], p_placebo: null, reason: answer.reason };
  return {
    z_real: answer.z,
    fake_dates: answer.placebos.map(({ time }) => time),
    z_fake: answer.placebos.map(({ z }) => z ?? null),
    p_placebo: answer.p,
  };
});
