import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Release } from "../../packages/standard/src/index.ts";
import type { CellQuery } from "../../packages/toolkit/src/release/cells.ts";
import { runMeasured } from "../ingest/run-measured.ts";
import { askedQueries } from "./asked-queries.ts";
import { beside } from "./beside.ts";
import { compareCells, type ReadCells, type WrittenCells } from "./compare-cells.ts";
import type { BenchRelease } from "./make-release.ts";
import { comparisonLines, type OurRun, type Round, sideLine, summarize } from "./print-comparison.ts";
import { type PandasRun, pandasVersion, runPandas } from "./run-pandas.ts";

const { values: options } = parseArgs({
  options: {
    rows: { type: "string", default: "10000000" },
    rounds: { type: "string", default: "3" },
    json: { type: "boolean", default: false },
    slow: { type: "boolean", default: false },
  },
});
const here = fileURLToPath(new URL(".", import.meta.url));
const folder = join(here, "work", `release-${options.rows}`);
const ourCells = join(folder, "ours.json");
const peerCells = join(folder, "peer.json");
const progress = (text: string) => process.stderr.write(`${text}\n`);
const readJson = <Value>(file: string): Value => JSON.parse(readFileSync(file, "utf8")) as Value;

mkdirSync(join(here, "work"), { recursive: true });
progress(`a release of ${Number(options.rows).toLocaleString("en")} rows, and its tables as CSV`);
// In a process of its own, so that this one stays small: the peak of a child starts from its parent's.
const made = execFileSync(process.execPath, [join(here, "make-release.ts"), folder, options.rows], {
  encoding: "utf8",
});
const { release, tables } = JSON.parse(made) as BenchRelease;

async function ours(): Promise<OurRun> {
  const measured = await runMeasured(join(here, "ours.ts"), [release, ourCells]);
  return { ...measured, ...(JSON.parse(measured.stdout) as Pick<OurRun, "cpuSeconds" | "findings">) };
}

/** Tabulations that pandas is given, and what it took for them. */
type Way = { readonly file: string; readonly text: string; readonly cells: number; readonly run: PandasRun };

/** @throws Error when any cell differs from ours */
async function tryWay(name: string, queries: readonly CellQuery[]): Promise<Way> {
  const text = `${queries.length} tabulations, ${name}`;
  progress(`pandas: ${text}`);
  const file = join(folder, "queries", `${name}.json`);
  writeFileSync(file, JSON.stringify(queries));
  const run = runPandas(tables, file, peerCells);
  const answers = readJson<WrittenCells[]>(peerCells);
  const answered = queries.map((query, index) => ({ query, cells: answers[index] ?? [] }));
  return { file, text, run, cells: await compareCells(readJson<ReadCells[]>(ourCells), answered) };
}

async function runRounds(file: string): Promise<readonly Round[]> {
  const rounds: Round[] = [];
  for (let round = 0; round < Number(options.rounds); round += 1) {
    progress(`round ${round + 1}`);
    const before = round % 2 === 0 ? await ours() : undefined;
    const peer = runPandas(tables, file, peerCells);
    rounds.push({ ours: before ?? (await ours()), peer });
  }
  return rounds;
}

progress("evenhand, to warm the disk cache and to see what it reads");
const first = await ours();
const pandas = pandasVersion();
if (pandas === undefined) {
  console.log("No comparison: pandas is not installed (Debian: apt-get install python3-pandas). Our side alone:");
  console.log(sideLine("evenhand, with findings", first));
} else {
  mkdirSync(join(folder, "queries"), { recursive: true });
  const read = readJson<ReadCells[]>(ourCells).map(({ query }) => query);
  const shared = await tryWay("shared", read);
  const asked = await tryWay("one a question", askedQueries(readJson<Release>(join(release, "release.json")), beside));
  // The peer's tabulations are those that we read, or each question's own: whichever is faster there.
  const [way, other] = shared.run.wallSeconds < asked.run.wallSeconds ? [shared, asked] : [asked, shared];
  const rounds = await runRounds(way.file);
  const subject = {
    rows: Number(options.rows),
    findings: first.findings,
    queries: read.length,
    cells: way.cells,
    pandas,
    tabulations: way.text,
    otherWaySeconds: other.run.wallSeconds,
  };
  if (options.json) console.log(JSON.stringify({ ...subject, ...summarize(rounds) }));
  else for (const line of comparisonLines(rounds, subject)) console.log(line);
  if (options.slow)
    for (const { seconds, sql } of rounds.at(-1)?.ours.slowest ?? [])
      console.log(`${seconds.toFixed(2)} s  ${sql.replaceAll(/\s+/g, " ")}`);
}
