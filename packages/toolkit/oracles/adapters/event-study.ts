import { eventStudy } from "../../src/stats/change/event-study.ts";
import { isRefusal } from "../../src/stats/refusal.ts";
import { adapt } from "../adapter.ts";
import { readPanel } from "../read-dataset.ts";

export const adapter = adapt<{ dataset: string }>(({ dataset }, files) => {
  const { rows, changeAt } = readPanel(files.text(dataset));
  const answer = eventStudy(rows, { changeAt });
  if (isRefusal(answer)) return { coef: null, se_model: null, pretrend_p: null, reason: answer.reason };
  const { periods, leads, clusteredLeads } = answer;
  return {
    rel: periods.map(({ relative }) => relative),
    coef: periods.map(({ logRatio }) => logRatio ?? null),
    se_model: periods.map(({ modelError }) => modelError ?? null),
    se_cluster: periods.map(({ clusterError }) => clusterError ?? null),
    pretrend_wald_model: isRefusal(leads) ? null : leads.chiSquare,
    pretrend_df: isRefusal(leads) ? 0 : leads.degrees,
    pretrend_p: isRefusal(leads) ? null : leads.p,
    pretrend_wald_cluster: isRefusal(clusteredLeads) ? null : clusteredLeads.chiSquare,
  };
});
