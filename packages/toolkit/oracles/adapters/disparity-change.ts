import { disparityChange } from "../../src/stats/change/disparity-change.ts";
import { isRefusal } from "../../src/stats/refusal.ts";
import { adapt } from "../adapter.ts";

type Cell = "1_post" | "1_pre" | "0_post" | "0_pre";
type Input = Readonly<Record<`x${Cell}` | `t${Cell}`, number>> & {
  readonly conf?: number;
  readonly phi?: number | null;
};

export const adapter = adapt<Input>((input) => {
  const cell = (name: Cell) => ({ count: input[`x${name}`], exposure: input[`t${name}`] });
  const answer = disparityChange(
    { group: cell("1_pre"), reference: cell("0_pre") },
    { group: cell("1_post"), reference: cell("0_post") },
    { level: input.conf ?? 0.95, dispersion: input.phi ?? 1 },
  );
  if (isRefusal(answer)) return { ...nothing, reason: answer.reason };
  const { test } = answer;
  const refused = isRefusal(test);
  return {
    rr_pre: answer.ratioBefore ?? null,
    rr_post: answer.ratioAfter ?? null,
    ror: answer.ratioOfRatios ?? null,
    se_log: refused ? null : test.logError,
    ci: refused ? null : [test.interval.low, test.interval.high],
    p: refused ? null : test.p,
    rd_pre: answer.differenceBefore,
    rd_post: answer.differenceAfter,
    did_rate: answer.differenceChange,
    did_rate_se: answer.differenceChangeError,
    ...(refused ? { reason: test.reason } : {}),
  };
});

const nothing = {
  rr_pre: null,
  rr_post: null,
  ror: null,
  se_log: null,
  ci: null,
  p: null,
  rd_pre: null,
  rd_post: null,
  did_rate: null,
  did_rate_se: null,
};
