import { open } from "node:fs/promises";
import type { Issue } from "@evenhand/standard";
import { identifier } from "../../release/engine.ts";
import { cleanTable } from "./clean-table.ts";
import { detectEncoding, type Encoding } from "./detect-encoding.ts";
import { fileText } from "./file-text.ts";
import { holdsQuote } from "./holds-quote.ts";
import { InputError } from "./input-error.ts";
import { nameColumns } from "./name-columns.ts";
import { plainPath } from "./plain-path.ts";
import type { ReadContext } from "./read-context.ts";
import { csvIssues } from "./read-csv-issues.ts";
import { type Rewrite, rewriteCsv } from "./rewrite-csv.ts";
import { type CsvSketch, sniffCsv } from "./sniff-csv.ts";
import type { SourceTable } from "./source-table.ts";
import { stageCsv } from "./stage-csv.ts";
import { holdsSwallowedLines } from "./swallowed-lines.ts";

/** What is known of a delimited file before it is read. */
export type CsvHints = {
  /** Name of the table; the file's name when absent. */
  readonly name?: string;
  readonly delimiter?: string;
  readonly encoding?: Encoding;
  /** Columns of a file that we wrote ourselves, rows of which may end early. */
  readonly width?: number;
  /** Header of a file that holds data only. */
  readonly header?: readonly string[];
  /** Records refused before the file was written. */
  readonly rejected?: { readonly count: number; readonly kept: SourceTable["rejected"] };
  readonly issues?: readonly Issue[];
};

const headBytes = 2 ** 20;
const largestHead = 2 ** 24;

/**
 * Reads a delimited text file into one staged table. DuckDB scans a healthy UTF-8 file by itself in one pass; a file in
 * another encoding, or one where DuckDB meets a damaged line, is streamed to a clean copy first.
 *
 * @throws InputError for a file that is no table or is beyond a limit
 */
export async function readCsv(context: ReadContext, hints: CsvHints = {}): Promise<SourceTable> {
  const { engine, file, limits } = context;
  const { sketch, encoding } = await sniffFile(context, hints);
  if (sketch.width > limits.columns) throw tooManyColumns(file, sketch.width, limits.columns);

  const place = stagingPlace(context);
  const { table, keptAt } = place;
  const isStaged = encoding.direct && (await scanDirectly(context, place, sketch, hints.width !== undefined));
  const rewrite = isStaged ? undefined : await scanRewritten(context, place, sketch, encoding);

  const header = padded(sketch.header, sketch.width);
  const columns = nameColumns(header, sketch.secondHeader);
  const cleaned = await cleanTable(engine, { ...place, file, columns });
  const refused = (rewrite?.refused ?? 0) + (hints.rejected?.count ?? 0);
  return {
    name: hints.name ?? file,
    file,
    sql: table,
    ...(keptAt === undefined ? {} : { keptAt }),
    columns: cleaned.columns,
    rows: cleaned.rows,
    lines: { in: cleaned.rows + refused, accepted: cleaned.rows, rejected: refused },
    issues: [...(hints.issues ?? []), ...csvIssues(file, sketch, encoding, rewrite), ...cleaned.issues],
    rejected: [...(hints.rejected?.kept ?? []), ...(rewrite?.rejected ?? [])],
  };
}

type StagingPlace = { readonly table: string; readonly keptAt?: string };

function stagingPlace(context: ReadContext): StagingPlace {
  const keptAt = context.keptPath();
  return { table: context.nextTable(), ...(keptAt === undefined ? {} : { keptAt }) };
}

async function sniffFile(context: ReadContext, hints: CsvHints): Promise<{ sketch: CsvSketch; encoding: Encoding }> {
  for (let size = headBytes; ; size *= 4) {
    const head = await readHead(context.path, size);
    const isWhole = head.length >= context.bytes;
    const encoding = hints.encoding ?? detectEncoding(head);
    const text = await headText(context.path, encoding, head.length);
    const { delimiter } = hints;
    const options = { isWhole, cellLength: context.limits.cellLength, ...(delimiter ? { delimiter } : {}) };
    const { header } = hints;
    const known = header && {
      header,
      skip: 0,
      banner: [],
      isNamed: true,
      endsWithFeed: true,
      delimiter: delimiter ?? ",",
      first: undefined,
    };
    const sketch = known ? { ...known, width: header.length } : sniffCsv(text, options);
    if (sketch) return { sketch: { ...sketch, width: hints.width ?? sketch.width }, encoding };
    if (isWhole || size >= largestHead)
      throw new InputError(
        "not-a-table",
        context.file,
        `${context.file} holds no line of a table${isWhole ? "" : " in its first 16 MB"}. Check that it is the file you meant, or ask the agency for it again.`,
      );
  }
}

/** The first bytes of a file. */
export async function readHead(path: string, size: number): Promise<Buffer> {
  const handle = await open(path, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size), 0, size, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function headText(path: string, encoding: Encoding, size: number): Promise<string> {
  const pieces: string[] = [];
  for await (const { text, bytes } of fileText(path, encoding)) {
    pieces.push(text);
    if (bytes >= size) break;
  }
  return pieces.join("");
}

async function scanDirectly(
  context: ReadContext,
  place: StagingPlace,
  sketch: CsvSketch,
  isOurs: boolean,
): Promise<boolean> {
  const { engine, file, limits, onProgress } = context;
  const path = await plainPath(context);
  const { delimiter, width, skip } = sketch;
  const { endsWithFeed } = sketch;
  const scan = { ...place, path, file, delimiter, width, skip, endsWithFeed, seconds: limits.seconds, onProgress };
  if (isOurs) {
    const failed = await stageCsv(engine, {
      ...scan,
      endsWithFeed: true,
      longestLine: longestOwnLine(context),
      isRagged: true,
    });
    if (failed) throw new Error(`invalid copy; DuckDB must read it: ${failed.failure}`);
    return true;
  }
  const hasQuote = soughtMeanwhile(path, place);
  if (await stageCsv(engine, scan)) return false;
  return (
    (await beginsWith(context, place.table, sketch)) &&
    !(await holdsSwallowedLines(engine, { ...place, hasQuote, width, delimiter }))
  );
}

/** Whether the file has a quotation mark: of a large one found out while the engine stages it, which leaves a core idle at times. */
function soughtMeanwhile(path: string, { keptAt }: StagingPlace): () => Promise<boolean> {
  if (keptAt === undefined) return () => holdsQuote(path);
  const sought = holdsQuote(path);
  sought.catch(() => undefined);
  return () => sought;
}

async function scanRewritten(
  context: ReadContext,
  place: StagingPlace,
  sketch: CsvSketch,
  encoding: Encoding,
): Promise<Rewrite> {
  const { engine, file, limits, bytes } = context;
  const { delimiter, width, skip } = sketch;
  const path = context.temporaryPath();
  const rewrite = await rewriteCsv(context.path, path, {
    file,
    encoding,
    delimiter,
    width,
    skip,
    limits,
    onProgress: (read) => context.onProgress((read / bytes) * 0.6),
  });
  const onProgress = (share: number): void => context.onProgress(0.6 + share * 0.4);
  const longestLine = Math.max(2 ** 21, rewrite.longest * 4 + 16);
  const scan = {
    ...place,
    path,
    file,
    delimiter,
    width,
    skip: 0,
    endsWithFeed: true,
    longestLine,
    seconds: limits.seconds,
    onProgress,
  };
  const failed = await stageCsv(engine, scan);
  if (failed) throw new Error(`invalid rewrite; DuckDB must read it: ${failed.failure}`);
  return rewrite;
}

/** A line of a file that we wrote is within bounds; only the file as a whole is an upper bound for it. */
const longestOwnLine = ({ bytes, limits }: ReadContext): number =>
  Math.max(2 ** 21, Math.min(bytes, limits.cellLength * 8));

/** Whether the first staged row is the first data record of the sketch. */
async function beginsWith({ engine }: ReadContext, table: string, { first, width }: CsvSketch): Promise<boolean> {
  if (!first) return true;
  const [row] = await engine.rows<Record<string, string | null>>(`SELECT * FROM ${identifier(table)} LIMIT 1`);
  return Array.from({ length: width }, (_, index) => row?.[`c${index}`] ?? "").every(
    (cell, index) => cell === (first[index] ?? ""),
  );
}

const padded = (cells: readonly string[], width: number): string[] =>
  Array.from({ length: width }, (_, index) => cells[index] ?? "");

const tooManyColumns = (file: string, width: number, most: number): InputError =>
  new InputError(
    "too-many-columns",
    file,
    `${file} has ${width.toLocaleString("en-US")} columns; at most ${most.toLocaleString("en-US")} are read. Publish one row per record with one column per field, or take out the columns you do not need.`,
  );
