import { execFileSync, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generateModel, writeModel } from "./generate-models.ts";

type Answer = {
  readonly model: string;
  readonly seconds: number;
  readonly coefficients: readonly number[];
  readonly errors: readonly number[];
  readonly theta: number | null;
};

const { values: options } = parseArgs({
  options: {
    rows: { type: "string", default: "100000" },
    predictors: { type: "string", default: "20" },
    rounds: { type: "string", default: "3" },
    json: { type: "boolean", default: false },
  },
});
const size = { rows: Number(options.rows), predictors: Number(options.predictors), clusters: 400 };
const folder = fileURLToPath(new URL("./work/models", import.meta.url));
const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const tolerance = 1e-6;

function ours(): readonly Answer[] {
  return parse(execFileSync(process.execPath, [script("ours.ts"), "--folder", folder], { encoding: "utf8" }));
}

function peer(): readonly Answer[] {
  return parse(execFileSync("Rscript", ["--vanilla", script("peer.R"), folder], { encoding: "utf8" }));
}

function parse(text: string): readonly Answer[] {
  return JSON.parse(text) as readonly Answer[];
}

/** What R lacks to take part, or undefined if nothing. */
function missingPeer(): string | undefined {
  const wanted = ["MASS", "sandwich", "jsonlite"];
  const found = spawnSync("Rscript", ["--vanilla", "-e", "cat(rownames(installed.packages()))"], { encoding: "utf8" });
  if (found.error || found.status !== 0) return "R is not installed (Debian: apt-get install r-base-core)";
  const installed = found.stdout.split(/\s+/);
  const lacking = wanted.filter((name) => !installed.includes(name));
  return lacking.length === 0 ? undefined : `R lacks ${lacking.join(", ")}`;
}

/** Largest difference of coefficients, errors and theta, relative to 1 or to the number where that is larger. */
function difference(left: Answer, right: Answer): number {
  const pairs = [
    ...left.coefficients.map((value, index) => [value, right.coefficients[index]] as const),
    ...left.errors.map((value, index) => [value, right.errors[index]] as const),
    ...(left.theta === null ? [] : [[left.theta, right.theta ?? Number.NaN] as const]),
  ];
  if (left.coefficients.length !== right.coefficients.length) return Number.NaN;
  return Math.max(...pairs.map(([a, b = Number.NaN]) => Math.abs(a - b) / Math.max(1, Math.abs(b))));
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

const lacking = missingPeer();
writeModel(folder, generateModel(size));
if (lacking !== undefined) {
  console.log(`No comparison: ${lacking}. Our side alone:`);
  for (const { model, seconds } of ours()) console.log(`${model.padEnd(20)}${seconds.toFixed(3)} s`);
} else compare();

function compare(): void {
  const rounds = Array.from({ length: Number(options.rounds) }, (_, round) => {
    process.stderr.write(`round ${round + 1}\n`);
    return round % 2 === 0
      ? { ours: ours(), peer: peer() }
      : (([theirs, mine]) => ({ ours: mine, peer: theirs }))([peer(), ours()] as const);
  });
  const lines = (rounds[0]?.ours ?? []).map(({ model }, index) => {
    const pairs = rounds.map((round) => ({ mine: round.ours[index], theirs: round.peer[index] }));
    const complete = pairs.flatMap(({ mine, theirs }) => (mine && theirs ? [{ mine, theirs }] : []));
    return {
      model,
      ours: median(complete.map(({ mine }) => mine.seconds)),
      peer: median(complete.map(({ theirs }) => theirs.seconds)),
      ratio: median(complete.map(({ mine, theirs }) => mine.seconds / theirs.seconds)),
      difference: Math.max(...complete.map(({ mine, theirs }) => difference(mine, theirs))),
    };
  });
  if (options.json) console.log(JSON.stringify({ ...size, lines }));
  else {
    console.log(
      `${size.rows.toLocaleString("en")} rows, ${size.predictors} predictors and the intercept, ${size.clusters} clusters; fit and cluster-robust errors, median of ${rounds.length} rounds in new processes`,
    );
    console.log(
      `${"".padEnd(20)}${"ours s".padStart(9)}${"R s".padStart(9)}${"ours/R".padStart(9)}   largest difference`,
    );
    for (const { model, ours: mine, peer: theirs, ratio, difference: most } of lines)
      console.log(
        `${model.padEnd(20)}${mine.toFixed(3).padStart(9)}${theirs.toFixed(3).padStart(9)}${ratio.toFixed(3).padStart(9)}   ${most.toExponential(1)}`,
      );
  }
  const wrong = lines.filter(({ difference: most }) => !(most <= tolerance));
  const slow = lines.filter(({ ratio }) => !(ratio <= 1));
  for (const { model } of wrong) console.error(`${model}: ours and R differ by more than ${tolerance}`);
  for (const { model } of slow) console.error(`${model}: slower than R (goal: at least as fast)`);
  if (wrong.length > 0 || slow.length > 0) process.exitCode = 1;
}
