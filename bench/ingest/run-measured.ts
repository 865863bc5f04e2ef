import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Measured = {
  readonly wallSeconds: number;
  /** Largest resident memory of the process, worker threads included. */
  readonly peakBytes: number;
  /** Time with at least one DuckDB query running. */
  readonly engineSeconds: number;
  /** The slowest queries, their SQL cut short. */
  readonly slowest: readonly { readonly seconds: number; readonly sql: string }[];
  readonly stdout: string;
};

const measure = new URL("./measure.ts", import.meta.url).href;

/**
 * Runs one Node script in a process of its own and measures it. What it says on stderr passes through.
 *
 * @throws Error when the process fails: a failed side has no time
 */
export async function runMeasured(script: string, parameters: readonly string[]): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-measure-"));
  const record = join(folder, "measured.json");
  try {
    const started = performance.now();
    const stdout = await output(["--import", measure, script, ...parameters], {
      ...process.env,
      EVENHAND_MEASURE: record,
    });
    const wallSeconds = (performance.now() - started) / 1000;
    const measured = JSON.parse(readFileSync(record, "utf8")) as Pick<
      Measured,
      "peakBytes" | "engineSeconds" | "slowest"
    >;
    return { wallSeconds, ...measured, stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function output(parameters: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, parameters, { env, stdio: ["ignore", "pipe", "inherit"] });
  const parts: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => parts.push(part));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const text = Buffer.concat(parts).toString("utf8");
      if (code === 0) resolve(text);
      else reject(new Error(`exit code ${code}: node ${parameters.join(" ")}\n${text.slice(-2000)}`));
    });
  });
}
