import { execFileSync, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What the pandas side took. `seconds` are of the parts; `wallSeconds` of the process, its imports included. */
export type PandasRun = {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
  readonly seconds: { readonly read: number; readonly join: number; readonly count: number };
};

const script = fileURLToPath(new URL("./peer.py", import.meta.url));
const python = "/usr/bin/python3";

/** The version of pandas that Debian's Python has, or undefined if it has none. */
export function pandasVersion(): string | undefined {
  const found = spawnSync(python, ["-c", "import pandas; print(pandas.__version__)"], { encoding: "utf8" });
  return found.status === 0 ? found.stdout.trim() : undefined;
}

/**
 * Answers the queries of a file in pandas, in a process of its own.
 *
 * @throws Error when the process fails
 */
export function runPandas(tables: string, queries: string, cells: string): PandasRun {
  const started = performance.now();
  const text = execFileSync(python, [script, tables, queries, cells], { encoding: "utf8" });
  const wallSeconds = (performance.now() - started) / 1000;
  return { wallSeconds, ...(JSON.parse(text) as Omit<PandasRun, "wallSeconds">) };
}
