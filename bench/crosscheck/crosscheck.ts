import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Finding } from "@evenhand/standard";
import { answerQuestions } from "../../packages/toolkit/src/analysis/answer-all.ts";
import { readBenchmarks } from "../../packages/toolkit/src/ingest/benchmark/read-benchmark.ts";
import { readPlaceTable } from "../../packages/toolkit/src/ingest/benchmark/read-place-table.ts";
import { openRelease } from "../../packages/toolkit/src/release/read-release.ts";
import { minneapolisFigures, newJerseyFigures, type ReportFigure } from "./report-figures.ts";

/**
 * Compares the report's figures with the same figures computed by R from the department's files as they were published:
 * `npm run bench:crosscheck`. The R scripts read the files themselves and know nothing of our code. Exits 1 if a figure
 * differs by more than its tolerance.
 */
const here = fileURLToPath(new URL(".", import.meta.url));
const data = process.env.EVENHAND_DATA ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));
const main = fileURLToPath(new URL("../../apps/cli/src/main.ts", import.meta.url));

type Subject = {
  readonly agency: string;
  readonly file: string;
  /** Read by R for residents; by us too where it holds areas. */
  readonly beside: string;
  readonly isAreas: boolean;
  readonly script: string;
  readonly figures: (findings: readonly Finding[]) => readonly ReportFigure[];
};

const subjects: readonly Subject[] = [
  {
    agency: "Minneapolis, MN",
    file: "minneapolis-pd/openintro_mn_police_use_of_force.csv",
    beside: "minneapolis-pd/carData_MplsDemo.csv",
    isAreas: true,
    script: "minneapolis.R",
    figures: minneapolisFigures,
  },
  {
    agency: "New Jersey, NJ",
    file: "new-jersey-ag/use_of_force_2020-10_to_2024-10.officer-names-masked.csv.gz",
    beside: "_reference/acs_2017_5_year_county_level_race_data.csv",
    isAreas: false,
    script: "new-jersey.R",
    figures: newJerseyFigures,
  },
];

const stop = (line: string): never => {
  console.error(line);
  process.exit(1);
};
const check =
  'for (name in c("MASS", "sandwich", "jsonlite")) if (!requireNamespace(name, quietly = TRUE)) quit(status = 1)';
const absent = subjects.flatMap(({ file, beside }) => [file, beside]).filter((file) => !existsSync(join(data, file)));
if (absent.length > 0) stop(`Not found in ${data}: ${absent.join(", ")}. Name the folder with EVENHAND_DATA.`);
if (spawnSync("Rscript", ["-e", check]).status !== 0)
  stop(
    "R with MASS, sandwich and jsonlite is needed: apt-get install r-base r-cran-mass r-cran-sandwich r-cran-jsonlite",
  );

const folder = mkdtempSync(join(tmpdir(), "evenhand-crosscheck-"));
let differing = 0;
try {
  for (const subject of subjects) differing += await crosscheck(subject);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(differing === 0 ? "\nEvery figure agrees." : `\n${differing} figures differ.`);
process.exitCode = differing === 0 ? 0 : 1;

/** Prints one department's table; returns how many figures differ. */
async function crosscheck({ agency, file, beside, isAreas, script, figures }: Subject): Promise<number> {
  const told = execFileSync(
    process.execPath,
    [main, "ingest", join(data, file), "--agency", agency, "--out", folder, "--json"],
    { maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] },
  );
  const { release } = JSON.parse(told.toString()) as { readonly release: string };
  const [residents, output] = [join(folder, `${script}.residents.csv`), join(folder, `${script}.figures.csv`)];
  const words = [join(here, script), here, join(data, file), join(data, beside), residents, output];
  execFileSync("Rscript", [...words, join(release, "mapping.json")], { stdio: ["ignore", "ignore", "inherit"] });
  const ours = figures(await findingsOf(release, residents, isAreas ? join(data, beside) : undefined));
  return printTable(agency, ours, independentFigures(output));
}

async function findingsOf(release: string, residents: string, areas?: string): Promise<readonly Finding[]> {
  const { benchmarks } = await readBenchmarks([{ path: residents, kind: "population" }]);
  const places = areas === undefined ? {} : { places: (await readPlaceTable(areas)).places };
  const open = await openRelease(release);
  try {
    return (await answerQuestions(open.release, open.cells, { benchmarks, ...places })).findings;
  } finally {
    await open.close();
  }
}

function independentFigures(path: string): ReadonlyMap<string, number> {
  const lines = readFileSync(path, "utf8").trim().split("\n").slice(1);
  return new Map(
    lines.map((line) => {
      const [name = "", value = ""] = line.split(",");
      return [name.replaceAll('"', ""), Number(value)];
    }),
  );
}

function printTable(agency: string, ours: readonly ReportFigure[], independent: ReadonlyMap<string, number>): number {
  console.log(`\n${agency}\n| figure | ours | independent | difference | ok |\n|---|--:|--:|--:|---|`);
  const notes = new Set<string>();
  let differing = 0;
  for (const one of ours) {
    const other = independent.get(one.figure);
    const isOk = agrees(one, other);
    if (!isOk) differing += 1;
    const difference = one.ours === undefined || other === undefined ? "–" : written(one.ours - other);
    if (one.note !== undefined) notes.add(one.note);
    const mark = one.note === undefined ? "" : ` (${[...notes].indexOf(one.note) + 1})`;
    const words = one.relation === undefined ? "" : `, ${one.relation}`;
    console.log(
      `| ${one.figure}${words} | ${written(one.ours)} | ${written(other)} | ${difference} | ${isOk ? "yes" : "NO"}${mark} |`,
    );
  }
  [...notes].forEach((note, index) => {
    console.log(`(${index + 1}) ${note}`);
  });
  return differing;
}

function agrees({ ours, tolerance, relation = "equal" }: ReportFigure, other: number | undefined): boolean {
  if (ours === undefined || other === undefined || !Number.isFinite(ours) || !Number.isFinite(other)) return false;
  if (relation === "at most") return ours <= other;
  if (relation === "at least") return ours >= other;
  return Math.abs(ours - other) <= tolerance * Math.abs(other);
}

function written(value: number | undefined): string {
  if (value === undefined) return "–";
  return Number.isInteger(value) ? value.toLocaleString("en") : value.toPrecision(7);
}
