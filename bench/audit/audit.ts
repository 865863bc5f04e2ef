/** A whole manual through `evenhand audit`, beside `pdftotext` alone on the same file. `--file PATH` takes a real one. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generateManual, plantedRules } from "./generate-manual.ts";

type Side = { readonly seconds: number; readonly processorSeconds?: number; readonly peakBytes?: number };
type Answer = {
  readonly documents: readonly { readonly pages: number | null; readonly readable: boolean }[];
  readonly provisions: readonly { readonly id: string; readonly verdict: string }[];
};

const { values: options } = parseArgs({
  options: {
    pages: { type: "string", default: "700" },
    rounds: { type: "string", default: "3" },
    file: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const rounds = Number(options.rounds);
if (!(Number.isInteger(rounds) && rounds >= 1))
  throw new RangeError(`invalid rounds; a whole number, at least 1: ${options.rounds}`);
const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "evenhand-audit-"));
const goals = { seconds: 60, bytes: 2 ** 30, pages: 700 };

function manual(): string {
  if (options.file) return options.file;
  const path = join(folder, "manual.pdf");
  writeFileSync(path, generateManual({ pages: Number(options.pages) }));
  return path;
}

function ours(file: string): Side & { readonly answer: Answer } {
  const record = join(folder, "measured.json");
  const started = performance.now();
  const text = execFileSync(
    process.execPath,
    [
      "--import",
      new URL("./measure.ts", import.meta.url).href,
      script("../../apps/cli/src/main.ts"),
      "audit",
      file,
      "--json",
      "--out",
      join(folder, "audit.html"),
    ],
    {
      encoding: "utf8",
      env: { ...process.env, EVENHAND_MEASURE: record },
      maxBuffer: 2 ** 28,
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  const seconds = (performance.now() - started) / 1000;
  return {
    seconds,
    ...(JSON.parse(readFileSync(record, "utf8")) as Omit<Side, "seconds">),
    answer: JSON.parse(text) as Answer,
  };
}

function peer(file: string): Side {
  const started = performance.now();
  execFileSync("pdftotext", [file, join(folder, "manual.txt")], { stdio: "ignore" });
  return { seconds: (performance.now() - started) / 1000 };
}

/** A fast audit that read nothing is no audit. */
function assertRead({ documents, provisions }: Answer): number {
  const [document] = documents;
  if (!document?.readable || document.pages === null) throw new Error("the manual was not read");
  const found = new Set(provisions.flatMap(({ id, verdict }) => (verdict === "silent" ? [] : [id])));
  const lost = options.file ? [] : plantedRules.filter((id) => !found.has(id));
  if (lost.length > 0) throw new Error(`the audit missed what stands in the manual: ${lost.join(", ")}`);
  return document.pages;
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

function run(): void {
  mkdirSync(folder, { recursive: true });
  const file = manual();
  const hasPeer = spawnSync("pdftotext", ["-v"]).error === undefined;
  const sides = Array.from({ length: rounds }, (_, round) => {
    process.stderr.write(`round ${round + 1} of ${rounds}\n`);
    if (!hasPeer) return { mine: ours(file), theirs: undefined };
    if (round % 2 === 0) return { mine: ours(file), theirs: peer(file) };
    const theirs = peer(file);
    return { mine: ours(file), theirs };
  });
  const [first] = sides;
  if (!first) return;
  const pages = assertRead(first.mine.answer);
  const seconds = median(sides.map(({ mine }) => mine.seconds));
  const peakBytes = Math.max(...sides.map(({ mine }) => mine.peakBytes ?? 0));
  const processorSeconds = median(sides.map(({ mine }) => mine.processorSeconds ?? Number.NaN));
  const peerSeconds = hasPeer ? median(sides.map(({ theirs }) => theirs?.seconds ?? Number.NaN)) : undefined;
  const ratio = hasPeer
    ? median(sides.map(({ mine, theirs }) => mine.seconds / (theirs?.seconds ?? Number.NaN)))
    : undefined;
  report({ pages, seconds, processorSeconds, peakBytes, peerSeconds, ratio });
}

type Result = {
  readonly pages: number;
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly peakBytes: number;
  readonly peerSeconds: number | undefined;
  readonly ratio: number | undefined;
};

function report(result: Result): void {
  const { pages, seconds, processorSeconds, peakBytes, peerSeconds, ratio } = result;
  if (options.json) console.log(JSON.stringify({ ...result, pagesPerSecond: pages / seconds, rounds }));
  else {
    const line = (name: string, time: number, rest: string) =>
      `${name.padEnd(18)}${time.toFixed(2).padStart(9)} s${(pages / time).toFixed(0).padStart(9)} pages/s${rest}`;
    console.log(`${pages} pages, median of ${rounds} rounds in new processes`);
    console.log(
      line(
        "evenhand audit",
        seconds,
        `   processor ${processorSeconds.toFixed(1)} s, peak ${Math.round(peakBytes / 1e6)} MB`,
      ),
    );
    if (peerSeconds === undefined || ratio === undefined)
      console.log("No comparison: pdftotext is not installed (Debian: apt-get install poppler-utils)");
    else {
      console.log(line("pdftotext alone", peerSeconds, ""));
      console.log(`audit takes ${ratio.toFixed(1)} times as long as pdftotext alone`);
    }
    console.log(`goal for ${goals.pages} pages: under ${goals.seconds} s and ${Math.round(goals.bytes / 1e6)} MB`);
  }
  if (pages <= goals.pages && (seconds >= goals.seconds || peakBytes >= goals.bytes)) {
    console.error("The goal is missed.");
    process.exitCode = 1;
  }
}

try {
  run();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
