import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Measured = {
  readonly wallSeconds: number;
  /** Largest resident memory of the process, worker threads included. */
  readonly peakBytes: number;
  /** Processor time of the process, all its threads together: says more than the clock on a machine that others use. */
  readonly processorSeconds: number;
  /** Time with at least one DuckDB query running. */
  readonly engineSeconds: number;
  /** The slowest queries, their SQL cut short. */
  readonly slowest: readonly { readonly seconds: number; readonly sql: string }[];
  /** From each line of progress on stderr to the next; the first stage runs until the first line. */
  readonly stages: readonly Stage[];
  readonly stdout: string;
};

export type Stage = { readonly name: string; readonly seconds: number };

const measure = new URL("./measure.ts", import.meta.url).href;

/**
 * Runs one Node script in a process of its own and measures it. What it says on stderr passes through, and tells the stages.
 *
 * @throws Error when the process fails: a failed side has no time
 */
export async function runMeasured(script: string, parameters: readonly string[]): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-measure-"));
  const record = join(folder, "measured.json");
  try {
    const started = performance.now();
    const lines: { readonly name: string; readonly at: number }[] = [{ name: "start", at: started }];
    const stdout = await output(["--import", measure, script, ...parameters], {
      env: { ...process.env, EVENHAND_MEASURE: record },
      onLine: (name) => lines.push({ name, at: performance.now() }),
    });
    const ended = performance.now();
    const wallSeconds = (ended - started) / 1000;
    const stages = lines.map(({ name, at }, index) => ({
      name,
      seconds: ((lines[index + 1]?.at ?? ended) - at) / 1000,
    }));
    const measured = JSON.parse(readFileSync(record, "utf8")) as Pick<
      Measured,
      "peakBytes" | "processorSeconds" | "engineSeconds" | "slowest"
    >;
    return { wallSeconds, ...measured, stages, stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function output(
  parameters: readonly string[],
  { env, onLine }: { readonly env: NodeJS.ProcessEnv; readonly onLine: (line: string) => void },
): Promise<string> {
  const child = spawn(process.execPath, parameters, { env, stdio: ["ignore", "pipe", "pipe"] });
  const parts: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => parts.push(part));
  child.stderr.on("data", (part: Buffer) => {
    process.stderr.write(part);
    for (const line of part.toString("utf8").split("\n")) if (line.trim() !== "") onLine(line.trim());
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const text = Buffer.concat(parts).toString("utf8");
      if (code === 0) resolve(text);
      else reject(new Error(`exit code ${code}: node ${parameters.join(" ")}\n${text.slice(-2000)}`));
    });
  });
}
