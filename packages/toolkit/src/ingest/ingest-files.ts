import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { openEngine } from "../release/engine.ts";
import { applyMapping } from "./apply/apply-mapping.ts";
import { fitMapping } from "./mapping/fit-mapping.ts";
import type { Mapping } from "./mapping/mapping.ts";
import { suggest } from "./mapping/suggest.ts";
import type { ReadLimits } from "./read/read-limits.ts";
import { readSources } from "./read/read-sources.ts";
import type { SourceTable } from "./read/source-table.ts";
import { snapshotQueue } from "./snapshot/snapshot-queue.ts";
import { type WrittenRelease, writeRelease } from "./write/write-release.ts";

export type IngestOptions = {
  readonly paths: readonly string[];
  readonly agency: Mapping["agency"];
  /** Applied exactly; suggested from the files when absent. */
  readonly mapping?: Mapping;
  /** Folder of all releases. */
  readonly out: string;
  /** ISO date of today: date of the release, and the last possible date of an incident. */
  readonly today: string;
  readonly limits?: Partial<ReadLimits>;
  /** Stops the work; nothing is left behind. */
  readonly signal?: AbortSignal;
  /** Step in plain words and, while a file is read, the part done (0–1). */
  readonly onProgress?: (step: string, done?: number) => void;
};

export type Ingested = WrittenRelease & { readonly mapping: Mapping; readonly tables: readonly SourceTable[] };

/**
 * Published files → one release folder. Everything is built beside its place and moved there at the end, so that a
 * stop half way leaves nothing.
 *
 * @throws InputError when a file cannot be read at all
 */
export async function ingestFiles(options: IngestOptions): Promise<Ingested> {
  const progress = options.onProgress ?? (() => {});
  await mkdir(options.out, { recursive: true });
  const work = await mkdtemp(join(options.out, ".building-"));
  const engine = await openEngine({
    temporaryFolder: join(work, "spill"),
    memoryLimit: "2000MB",
    ...(options.signal ? { signal: options.signal } : {}),
  });
  const finished = new AbortController();
  const snapshots = snapshotQueue(finished.signal);
  try {
    const tables = await readSources(engine, options.paths, {
      ...(options.limits ? { limits: options.limits } : {}),
      temporaryFolder: work,
      keepIn: work,
      onFile: snapshots.add,
      onProgress: ({ file, done, total }) => progress(`reading ${file}`, total === 0 ? 0 : done / total),
    });
    progress("mapping");
    const wanted = options.mapping ?? (await suggest(engine, tables, options.agency));
    progress("hashing the files");
    const taken = await snapshots.all();
    const { mapping, issues } = fitMapping(wanted, tables, { acceptsAlike: options.mapping !== undefined });
    const applied = await applyMapping(engine, tables, mapping, { today: options.today, onProgress: progress });
    const written = await writeRelease(engine, {
      out: options.out,
      building: join(work, "release"),
      mapping,
      applied: { ...applied, issues: [...issues, ...applied.issues] },
      tables,
      snapshots: taken,
      date: options.today,
      onProgress: progress,
    });
    return { ...written, mapping, tables };
  } finally {
    finished.abort();
    engine.close();
    await rm(work, { recursive: true, force: true });
  }
}
