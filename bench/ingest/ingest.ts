import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type GeneratedCounts, generateForceCsv } from "./generate.ts";
import { type Measured, runMeasured } from "./run-measured.ts";

const { values: options } = parseArgs({
  options: {
    rows: { type: "string", default: "10000000" },
    json: { type: "boolean", default: false },
    slow: { type: "boolean", default: false },
    stages: { type: "boolean", default: false },
  },
});
const rows = Number(options.rows);
const here = fileURLToPath(new URL(".", import.meta.url));
const work = join(here, "work");
const cli = join(here, "../../apps/cli/src/main.ts");
const csv = join(work, `force-${rows}.csv`);
const progress = (text: string) => process.stderr.write(`${text}\n`);

type IngestAnswer = {
  readonly release: string;
  readonly counts: {
    readonly incidents?: number;
    readonly persons?: number;
    readonly reports?: number;
    readonly force?: number;
  };
  readonly lines: { readonly in: number; readonly accepted: number; readonly rejected: number };
};

/** Makes the file once; a later run with the same number of rows finds it. */
function generated(): GeneratedCounts {
  const record = `${csv}.json`;
  if (existsSync(csv) && existsSync(record)) return JSON.parse(readFileSync(record, "utf8")) as GeneratedCounts;
  progress(`writing ${rows.toLocaleString("en")} rows`);
  const counts = generateForceCsv({ path: csv, rows });
  writeFileSync(record, JSON.stringify(counts));
  return counts;
}

function assertCounts({ counts, lines }: IngestAnswer, expected: GeneratedCounts): void {
  const found = [lines.in, lines.accepted, counts.incidents, counts.persons, counts.reports, counts.force].join(" ");
  const wanted = [rows, rows, expected.incidents, expected.people, expected.reports, rows].join(" ");
  if (found !== wanted)
    throw new Error(
      `ingest counted wrong (lines in, accepted, incidents, people, reports, force):\n${found}\n${wanted}`,
    );
}

mkdirSync(work, { recursive: true });
const expected = generated();
const parquet = join(work, "bare.parquet");
const releases = join(work, "releases");
rmSync(releases, { recursive: true, force: true });

// The peer goes first and last and its faster run counts, so that a cold disk cache never flatters us.
progress("DuckDB: CSV → Parquet");
const bareFirst = await runMeasured(join(here, "bare.ts"), [csv, parquet]);
progress("evenhand ingest");
const ingest = await runMeasured(cli, ["ingest", csv, "--agency", "Riverton, XX", "--out", releases, "--json"]);
const answer = JSON.parse(ingest.stdout) as IngestAnswer;
assertCounts(answer, expected);
progress("DuckDB: CSV → Parquet, again");
const bareLast = await runMeasured(join(here, "bare.ts"), [csv, parquet]);
const bare = bareFirst.wallSeconds < bareLast.wallSeconds ? bareFirst : bareLast;
progress("evenhand report");
const report = await runMeasured(cli, ["report", answer.release, "--out", join(work, "report.html"), "--json"]);

const ratio = ingest.wallSeconds / bare.wallSeconds;
const processorRatio = ingest.processorSeconds / Math.min(bareFirst.processorSeconds, bareLast.processorSeconds);
const megabytes = ({ peakBytes }: Measured) => Math.round(peakBytes / 1e6);
const line = (name: string, side: Measured) =>
  `${name.padEnd(26)}${side.wallSeconds.toFixed(1).padStart(9)}${side.processorSeconds.toFixed(1).padStart(14)}${side.engineSeconds.toFixed(1).padStart(11)}${String(megabytes(side)).padStart(10)}`;

if (options.json) {
  const plain = ({ stdout: _, ...measured }: Measured) => measured;
  console.log(
    JSON.stringify({ rows, bare: plain(bare), ingest: plain(ingest), report: plain(report), ratio, processorRatio }),
  );
} else {
  console.log(
    `${rows.toLocaleString("en")} rows, ${expected.incidents.toLocaleString("en")} incidents; counts as generated`,
  );
  console.log(
    `${"".padEnd(26)}${"wall s".padStart(9)}${"processor s".padStart(14)}${"engine s".padStart(11)}${"peak MB".padStart(10)}`,
  );
  console.log(line("DuckDB CSV → Parquet", bare));
  console.log(line("evenhand ingest", ingest));
  console.log(line("evenhand report", report));
  console.log(
    `ingest takes ${ratio.toFixed(2)}× the bare copy (goal: at most 3×), peak ${megabytes(ingest)} MB (goal: under 3000)`,
  );
  console.log(`in processor time ${processorRatio.toFixed(2)}×, which others on the machine change less`);
  console.log(`report: ${report.engineSeconds.toFixed(2)} s of engine time (goal for 10 million rows: under 10 s)`);
  if (options.stages)
    for (const { name, seconds } of ingest.stages) console.log(`${seconds.toFixed(2).padStart(8)} s  ${name}`);
  if (options.slow)
    for (const [name, side] of [
      ["ingest", ingest],
      ["report", report],
    ] as const)
      for (const { seconds, sql } of side.slowest)
        console.log(`${name} ${seconds.toFixed(2)} s  ${sql.replaceAll(/\s+/g, " ")}`);
}
