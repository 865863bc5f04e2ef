import type { PValues } from "../../src/stats/multiplicity/adjust-in-order.ts";
import { benjaminiHochberg } from "../../src/stats/multiplicity/benjamini-hochberg.ts";
import { benjaminiYekutieli } from "../../src/stats/multiplicity/benjamini-yekutieli.ts";
import { bonferroni } from "../../src/stats/multiplicity/bonferroni.ts";
import { hochberg } from "../../src/stats/multiplicity/hochberg.ts";
import { holmAdjust } from "../../src/stats/multiplicity/holm-adjust.ts";
import { hommel } from "../../src/stats/multiplicity/hommel.ts";
import { adapt } from "../adapter.ts";

/** One list of p values adjusted by each method. */
export const adapter = adapt<{ readonly p: PValues }>(({ p }) => ({
  holm: holmAdjust(p),
  bh: benjaminiHochberg(p),
  by: benjaminiYekutieli(p),
  bonferroni: bonferroni(p),
  hochberg: hochberg(p),
  hommel: hommel(p),
}));
