import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Benchmark, BenchmarkKind, Issue } from "@evenhand/standard";
import { type Engine, openEngine } from "../../release/engine.ts";
import { InputError } from "../read/input-error.ts";
import { takeSnapshot } from "../snapshot/take-snapshot.ts";
import { acsCounts } from "./acs-counts.ts";
import { readAcsTable } from "./acs-table.ts";
import { withoutComments } from "./comment-lines.ts";
import type { Counted, CountedOptions } from "./counted.ts";
import { joinParts } from "./join-parts.ts";
import { plainCounts } from "./plain-counts.ts";
import { readSheets, type Sheet } from "./sheet.ts";

/** A file of counts that a reader names, and what it counts when they say so. */
export type BenchmarkFile = { readonly path: string; readonly kind?: BenchmarkKind | undefined };

export type BenchmarkOptions = {
  /** Only areas with this text in their name. */
  readonly areaContains?: string | undefined;
  /** Stops the reading. */
  readonly signal?: AbortSignal;
};

/** A file as read, with its checksum. */
export type FileCounts = Counted & { readonly sha256: string };

/**
 * Reads files of counts with which force is compared: plain `group,count` tables, tables with a column for each group,
 * and tables of the American Community Survey (DP05, B03002, B02001, B01001A–I together). Groups become codes of
 * `race_ethnicity`; what is not understood becomes an issue and is in no group.
 *
 * @throws InputError when a file cannot be read, holds no counts by group, or would count people twice
 */
export async function readBenchmarks(
  files: readonly BenchmarkFile[],
  options: BenchmarkOptions = {},
): Promise<{ readonly benchmarks: readonly Benchmark[]; readonly issues: readonly Issue[] }> {
  if (files.length === 0) return { benchmarks: [], issues: [] };
  const folder = await mkdtemp(join(tmpdir(), "evenhand-benchmark-"));
  const engine = await openEngine({ temporaryFolder: folder, ...(options.signal ? { signal: options.signal } : {}) });
  try {
    const counted: FileCounts[] = [];
    for (const { path, kind } of files)
      counted.push(await readFile(engine, path, { folder, kind, areaContains: options.areaContains }));
    refuseTwice(counted);
    const parts = joinParts(counted);
    const issues = parts.flatMap((part) => part.issues);
    return { benchmarks: parts.map((part, index) => toBenchmark(part, parts, index)), issues };
  } finally {
    engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads one file of counts: see {@link readBenchmarks}. */
export async function readBenchmark(
  path: string,
  options: BenchmarkOptions & { readonly kind?: BenchmarkKind } = {},
): Promise<{ readonly benchmark: Benchmark; readonly issues: readonly Issue[] }> {
  const { benchmarks, issues } = await readBenchmarks([{ path, kind: options.kind }], options);
  const [benchmark] = benchmarks;
  if (benchmark === undefined) throw new RangeError(`invalid benchmark; one file must give one: ${path}`);
  return { benchmark, issues };
}

async function readFile(
  engine: Engine,
  path: string,
  options: CountedOptions & { readonly folder: string },
): Promise<FileCounts> {
  // A path that is no file is told in the words of the readers.
  const commented = await withoutComments(path, options.folder).catch(() => ({
    path,
    comments: new Map<string, string>(),
  }));
  const sheets = await readSheets(engine, commented.path);
  const { sha256 } = await takeSnapshot(path);
  const read = sheets.flatMap((sheet) => countsOf(sheet, commented.comments, options) ?? []);
  const [counted, ...others] = read;
  const file = basename(path);
  if (counted === undefined) throw noCounts(file, sheets);
  if (others.length > 0) {
    const message = `${file} has ${read.length} sheets with counts. Save the one you mean as a file of its own (CSV) and give that.`;
    throw new InputError("several-sheets", file, message);
  }
  return { ...counted, sha256 };
}

/** A file given twice as the same kind says nothing new and would stand twice in the report. */
function refuseTwice(files: readonly FileCounts[]): void {
  const twice = files.find(({ sha256, kind }, at) =>
    files.slice(0, at).some((other) => other.sha256 === sha256 && other.kind === kind),
  );
  if (twice === undefined) return;
  const file = twice.source.split(": ")[0] ?? twice.source;
  throw new InputError("same-file-twice", file, `${file} is given twice to compare with. Give it once.`);
}

function countsOf(sheet: Sheet, comments: ReadonlyMap<string, string>, options: CountedOptions): Counted | undefined {
  const table = readAcsTable(sheet);
  return table === undefined ? plainCounts(sheet, comments, options) : acsCounts(table, sheet.file, options);
}

function noCounts(file: string, sheets: readonly Sheet[]): InputError {
  const names = sheets.flatMap(({ columns }) => columns.map(({ name }) => name)).slice(0, 8);
  const message = `${file} has no counts by group: its columns are ${names.map((name) => `“${name}”`).join(", ")}. Give one line for each group, with columns “group” and “count”, or a column for each group (area, white, black, hispanic, total). Records of single stops or arrests must be counted by group first.`;
  return new InputError("no-counts", file, message);
}

function toBenchmark(counted: FileCounts, all: readonly FileCounts[], index: number): Benchmark {
  const { kind, source, sha256, years, cells, areas, caveats } = counted;
  const before = all.slice(0, index).filter((other) => other.kind === kind).length;
  return {
    id: before === 0 ? kind : `${kind}-${before + 1}`,
    kind,
    source,
    sha256,
    ...(years === undefined ? {} : { years }),
    cells,
    ...(areas === undefined ? {} : { areas }),
    caveats,
  };
}
