import { differenceInDifferences } from "../../src/stats/change/difference-in-differences.ts";
import { isRefusal } from "../../src/stats/refusal.ts";
import { adapt } from "../adapter.ts";
import { readPanel } from "../read-dataset.ts";

export const adapter = adapt<{ dataset: string; conf?: number }>(({ dataset, conf }, files) => {
  const { rows, changeAt } = readPanel(files.text(dataset));
  const answer = differenceInDifferences(rows, { changeAt, level: conf ?? 0.95 });
  if (isRefusal(answer))
    return { delta: null, ratio: null, se_model: null, se_cluster: null, ci_cluster_t: null, reason: answer.reason };
  return {
    delta: answer.logRatio,
    ratio: answer.ratio,
    se_model: answer.modelError,
    se_cluster: answer.clusterError,
    ci_cluster_t: [answer.interval.low, answer.interval.high],
    n_clusters: answer.clusters,
    few_clusters: answer.hasFewClusters,
    deviance: answer.deviance,
  };
});
