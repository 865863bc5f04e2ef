/**
 * Preloaded into a measured process (`node --import ./measure.ts …`): at exit writes the peak memory of the process, its
 * processor time, the time during which at least one DuckDB query was running, and the slowest queries, to the file
 * named in EVENHAND_MEASURE.
 */
import { writeFileSync } from "node:fs";
import { DuckDBConnection, DuckDBPreparedStatement } from "@duckdb/node-api";

type Method = (this: unknown, ...parameters: unknown[]) => unknown;

let running = 0;
let since = 0;
let engineMilliseconds = 0;
const secondsBySql = new Map<string, number>();

function start(): void {
  if (running === 0) since = performance.now();
  running += 1;
}

function stop(started: number, parameters: readonly unknown[]): void {
  const [sql] = parameters;
  // The binding's own methods call one another, so a query is seen several times: the longest is the whole of it.
  if (typeof sql === "string")
    secondsBySql.set(sql, Math.max(secondsBySql.get(sql) ?? 0, (performance.now() - started) / 1000));
  running -= 1;
  if (running === 0) engineMilliseconds += performance.now() - since;
}

for (const prototype of [DuckDBConnection.prototype, DuckDBPreparedStatement.prototype] as unknown as Record<
  string,
  Method
>[]) {
  for (const name of Object.getOwnPropertyNames(prototype).filter((name) => /^(run|stream)/.test(name))) {
    const original = prototype[name];
    if (typeof original !== "function") continue;
    prototype[name] = function (...parameters) {
      start();
      const started = performance.now();
      const result = original.apply(this, parameters);
      if (!(result instanceof Promise)) {
        stop(started, parameters);
        return result;
      }
      return result.finally(() => stop(started, parameters));
    };
  }
}

process.on("exit", () => {
  const path = process.env.EVENHAND_MEASURE;
  if (!path) return;
  const slowest = [...secondsBySql]
    .map(([sql, seconds]) => ({ seconds, sql: sql.slice(0, 300) }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, 12);
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const { user, system } = process.cpuUsage();
  const processorSeconds = (user + system) / 1e6;
  const engineSeconds = engineMilliseconds / 1000;
  writeFileSync(path, JSON.stringify({ peakBytes, processorSeconds, engineSeconds, slowest }));
});
