import { mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Engine } from "../../release/engine.ts";
import { detectKind } from "./detect-kind.ts";
import { inflateFile } from "./inflate-file.ts";
import { InputError } from "./input-error.ts";
import { openXls } from "./open-xls.ts";
import { openXlsx } from "./open-xlsx.ts";
import type { ReadContext } from "./read-context.ts";
import { readCsv, readHead } from "./read-csv.ts";
import { readJson } from "./read-json.ts";
import { defaultLimits, type ReadLimits } from "./read-limits.ts";
import { readParquet } from "./read-parquet.ts";
import { readWorkbook } from "./read-workbook.ts";
import type { SourceTable } from "./source-table.ts";

/** How the files are read. */
export type ReadOptions = {
  /** Bounds other than the default ones. */
  readonly limits?: Partial<ReadLimits>;
  /** Bytes of a file read so far, a few times a second. */
  readonly onProgress?: (progress: { file: string; done: number; total: number }) => void;
  /** Called with the path of each file that is there and within the limits, just before it is read. */
  readonly onFile?: (path: string) => void;
  /** Folder for copies needed for a moment (other encodings, workbooks); the system's when absent. */
  readonly temporaryFolder?: string;
  /**
   * Folder where the rows of large CSV files are kept as Parquet, with the staged table a view of it. The caller removes
   * it when the tables are no longer needed. Absent: every table is in the engine.
   */
  readonly keepIn?: string;
  /** Files above this size, in bytes, are kept there; 64 MB when absent. */
  readonly keepAbove?: number;
};

const usualKeepAbove = 64_000_000;

/**
 * Reads published files into staged tables `source_0`, `source_1`, … of the engine: every cell the text of the file,
 * every line accounted for. A workbook gives one table per sheet. Not for a release: that is read by its own engine.
 *
 * @param paths files in any format of {@link detectKind}, in the order the tables should have
 * @throws InputError for a file that is missing, no table, or beyond a limit; nothing is staged then to rely on
 */
export async function readSources(
  engine: Engine,
  paths: readonly string[],
  options: ReadOptions = {},
): Promise<SourceTable[]> {
  const limits = { ...defaultLimits, ...options.limits };
  const parent = options.temporaryFolder ?? tmpdir();
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, "evenhand-read-"));
  const tables: SourceTable[] = [];
  let staged = 0;
  const nextTable = (): string => `source_${staged++}`;
  let copies = 0;
  let kept = 0;
  const temporaryPath = (): string => join(folder, `copy-${copies++}`);
  try {
    for (const [index, file] of distinctNames(paths).entries()) {
      const path = paths[index] ?? "";
      const bytes = await sizeOf(path, file, limits);
      const { keepIn, keepAbove = usualKeepAbove } = options;
      const keptPath = () =>
        keepIn !== undefined && bytes > keepAbove ? join(keepIn, `rows-${kept++}.parquet`) : undefined;
      const onProgress = (share: number): void =>
        options.onProgress?.({ file, done: Math.min(bytes, Math.round(share * bytes)), total: bytes });
      onProgress(0);
      options.onFile?.(path);
      const context = { engine, path, file, bytes, limits, temporaryPath, keptPath, nextTable, onProgress };
      tables.push(...(await readFile(context)));
      onProgress(1);
    }
    return tables;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readFile(context: ReadContext, isUnpacked = false): Promise<SourceTable[]> {
  const { path, file, limits } = context;
  const kind = detectKind(await readHead(path, 65_536), file);
  if (kind === "text") return [await readCsv(context)];
  if (kind === "json") return [await readJson(context)];
  if (kind === "parquet") return [await readParquet(context)];
  if (kind === "gzip") {
    if (isUnpacked)
      throw new InputError("zip-bomb", file, `${file} is packed more than once. Unpack it and give the file in it.`);
    const unpacked = await inflateFile(context);
    const onProgress = (share: number): void => context.onProgress(0.3 + share * 0.7);
    return readFile({ ...context, ...unpacked, onProgress }, true);
  }
  const most = kind === "zip" ? limits.workbookBytes : Math.min(limits.workbookBytes, limits.legacyBytes);
  if (context.bytes > most) throw tooLarge(file, context.bytes, most);
  return readWorkbook(context, () => (kind === "zip" ? openXlsx : openXls)(path, file, limits));
}

async function sizeOf(path: string, file: string, limits: ReadLimits): Promise<number> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new InputError("missing-file", file, `There is no file ${path}. Check its name and folder.`, { cause });
  });
  if (found.isDirectory()) throw new InputError("directory", file, `${path} is a folder. Name the files in it.`);
  if (!found.isFile()) throw new InputError("not-a-file", file, `${path} is not a file. Name a file on this computer.`);
  if (found.size > limits.fileBytes) throw tooLarge(file, found.size, limits.fileBytes);
  return found.size;
}

const tooLarge = (file: string, bytes: number, most: number): InputError =>
  new InputError(
    "too-large",
    file,
    `${file} has ${bytes.toLocaleString("en-US")} bytes; at most ${most.toLocaleString("en-US")} are read in this format. Split it by year, or ask for it as CSV.`,
  );

/** File names, told apart by a number where two folders hold the same one. */
function distinctNames(paths: readonly string[]): string[] {
  const taken = new Set<string>();
  return paths.map((path) => {
    const plain = basename(path);
    let name = plain;
    for (let repeat = 2; taken.has(name); repeat += 1) name = `${plain} (${repeat})`;
    taken.add(name);
    return name;
  });
}
