import { stat } from "node:fs/promises";
import { type Benchmark, codeLists, findCode, type Issue } from "@evenhand/standard";
import type { ContextBeside } from "@evenhand/toolkit/analysis/answer-all";
import { readKind } from "@evenhand/toolkit/ingest/benchmark/column-roles";
import { readGroupWord } from "@evenhand/toolkit/ingest/benchmark/group-word";
import { type BenchmarkFile, readBenchmarks } from "@evenhand/toolkit/ingest/benchmark/read-benchmark";
import { readPlaceTable } from "@evenhand/toolkit/ingest/benchmark/read-place-table";
import type { BenchmarkHead } from "@evenhand/toolkit/report/place-answers";
import type { Arguments } from "./arguments.ts";
import { CliError } from "./cli-error.ts";
import type { Terminal } from "./terminal.ts";
import type { Say } from "./words/words.ts";

/** Text options of every command that compares. */
export const comparisonOptions = ["benchmark-area", "covariates", "reference", "suppress-below"] as const;

/** Its options that may be given several times. */
export const comparisonLists = ["benchmark"] as const;

/** What force is compared with, and what was doubtful in the files. */
export type ComparisonInput = { readonly beside: ContextBeside; readonly issues: readonly Issue[] };

/**
 * Reads the files that `--benchmark`, `--covariates` and `--reference` name, before any other work.
 *
 * @throws CliError or InputError when one of them cannot be used
 */
export async function comparisonInput(given: Arguments, terminal: Terminal, say: Say): Promise<ComparisonInput> {
  const files: BenchmarkFile[] = [];
  for (const text of given.list("benchmark")) files.push(await benchmarkFile(text, say));
  const areaContains = given.option("benchmark-area");
  if (areaContains !== undefined && files.length === 0) throw new CliError(say("area-without-benchmark"));
  const reference = referenceOf(given.option("reference"), say);
  const suppressBelow = thresholdOf(given.option("suppress-below"), say);
  const { signal } = terminal;
  const { benchmarks, issues } = await readBenchmarks(files, { areaContains, signal });
  const path = given.option("covariates");
  const read = path === undefined ? undefined : await readPlaceTable(path, { signal });
  return {
    beside: {
      ...(benchmarks.length === 0 ? {} : { benchmarks }),
      ...(read === undefined ? {} : { places: read.places }),
      ...(reference === undefined ? {} : { reference }),
      ...(suppressBelow === undefined ? {} : { suppressBelow }),
    },
    issues: [...issues, ...(read?.issues ?? [])],
  };
}

/** `FILE`, or `KIND=FILE`; a file whose own name holds `=` is taken as it is. */
async function benchmarkFile(text: string, say: Say): Promise<BenchmarkFile> {
  const at = text.indexOf("=");
  const isFile = at < 0 || (await stat(text).catch(() => undefined))?.isFile() === true;
  if (isFile) return { path: text };
  const [word, path] = [text.slice(0, at), text.slice(at + 1)];
  const kind = readKind(word);
  if (kind === undefined || path === "") throw new CliError(say("unknown-kind", { kind: word, given: text }));
  return { path, kind };
}

/** Number that `--suppress-below` names. */
export function thresholdOf(text: string | undefined, say: Say): number | undefined {
  if (text === undefined) return undefined;
  const threshold = Number(text);
  if (Number.isInteger(threshold) && threshold >= 2) return threshold;
  throw new CliError(say("wrong-threshold", { given: text }));
}

/** Code of the group that `--reference` names. */
export function referenceOf(text: string | undefined, say: Say): string | undefined {
  if (text === undefined) return undefined;
  const word = readGroupWord(text);
  const code = findCode("race_ethnicity", text)?.code ?? (word?.means === "group" ? word.code : undefined);
  if (code !== undefined) return code;
  const groups = codeLists.race_ethnicity.codes.map((group) => group.code).join(", ");
  throw new CliError(say("unknown-group", { group: text, groups }));
}

/** A benchmark without its cells: what `--json` tells of it. */
export function benchmarkHead({ cells, ...head }: Benchmark): BenchmarkHead {
  return { ...head, counted: cells.reduce((sum, { count }) => sum + count, 0) };
}

/** What was compared with and what was doubtful, for `--json`. */
export function comparisonJson({ beside, issues }: ComparisonInput) {
  const { places } = beside;
  return {
    benchmarks: (beside.benchmarks ?? []).map(benchmarkHead),
    benchmarkIssues: issues,
    ...(places === undefined
      ? {}
      : {
          places: {
            source: places.source,
            sha256: places.sha256,
            areas: places.places.length,
            residents: places.places.reduce((sum, { population }) => sum + population, 0),
            covariates: places.covariates,
          },
        }),
    ...(beside.reference === undefined ? {} : { reference: beside.reference }),
  };
}

/** The same in words: a line for each file, and the issues that a person should read. */
export function comparisonLines({ beside, issues }: ComparisonInput, say: Say): readonly string[] {
  const { benchmarks = [], places } = beside;
  const files = [
    ...benchmarks.map(({ kind, source }) => `  ${say(`kind-${kind}`)}: ${source}`),
    ...(places === undefined
      ? []
      : [
          `  ${say("compared-places", {
            source: places.source,
            areas: places.places.length,
            residents: Math.round(places.places.reduce((sum, { population }) => sum + population, 0)),
          })}`,
        ]),
  ];
  if (files.length === 0) return [];
  const doubts = issues.filter(({ severity }) => severity !== "note");
  return [
    "",
    `${say("compared-with")}:`,
    ...files,
    ...doubts.slice(0, 8).map(({ file, message }) => `  ! ${file === undefined ? "" : `${file}: `}${message}`),
    ...(doubts.length > 8 ? [`  ${say("more-issues", { count: doubts.length - 8 })}`] : []),
  ];
}
