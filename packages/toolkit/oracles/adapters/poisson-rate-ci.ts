import { eventRate } from "../../src/stats/rates/event-rate.ts";
import { rateInterval } from "../../src/stats/rates/rate-interval.ts";
import { adapt } from "../adapter.ts";
import { orNull, pair } from "../answers.ts";

type Input = { readonly count: number; readonly exposure: number; readonly conf?: number; readonly per?: number };

/** Rate with its three intervals. */
export const adapter = adapt<Input>(({ count, exposure, conf: level = 0.95, per = 1 }) => ({
  rate: orNull(eventRate({ count, exposure }, { per })),
  garwood: pair(rateInterval(count, exposure, { level, per, method: "garwood" })),
  midp: pair(rateInterval(count, exposure, { level, per, method: "mid-p" })),
  byar: pair(rateInterval(count, exposure, { level, per, method: "byar" })),
}));
