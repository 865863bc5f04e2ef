import { roundCount } from "../../src/stats/privacy/round-count.ts";
import { adapt } from "../adapter.ts";

export const adapter = adapt<{ counts: number[]; base?: number }>(({ counts, base }) => ({
  rounded: counts.map((count) => roundCount(count, base ?? 5)),
}));
