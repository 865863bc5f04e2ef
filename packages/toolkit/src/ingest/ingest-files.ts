import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Snapshot } from "@evenhand/standard";
import { openEngine } from "../release/engine.ts";
import { applyMapping } from "./apply/apply-mapping.ts";
import { fitMapping } from "./mapping/fit-mapping.ts";
import type { Mapping } from "./mapping/mapping.ts";
import { suggest } from "./mapping/suggest.ts";
import { InputError } from "./read/input-error.ts";
import type { ReadLimits } from "./read/read-limits.ts";
import { readSources } from "./read/read-sources.ts";
import type { SourceTable } from "./read/source-table.ts";
import { takeSnapshot } from "./snapshot/take-snapshot.ts";
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
  try {
    const tables = await readSources(engine, options.paths, {
      ...(options.limits ? { limits: options.limits } : {}),
      temporaryFolder: work,
      keepIn: work,
      onProgress: ({ file, done, total }) => progress(`reading ${file}`, total === 0 ? 0 : done / total),
    });
    progress("hashing the files");
    const hashing = takeSnapshots(options.paths);
    hashing.catch(() => undefined);
    progress("mapping");
    const wanted = options.mapping ?? (await suggest(engine, tables, options.agency));
    const snapshots = await hashing;
    const { mapping, issues } = fitMapping(wanted, tables, { acceptsAlike: options.mapping !== undefined });
    const applied = await applyMapping(engine, tables, mapping, { today: options.today, onProgress: progress });
    const written = await writeRelease(engine, {
      out: options.out,
      building: join(work, "release"),
      mapping,
      applied: { ...applied, issues: [...issues, ...applied.issues] },
      tables,
      snapshots,
      date: options.today,
      onProgress: progress,
    });
    return { ...written, mapping, tables };
  } finally {
    engine.close();
    await rm(work, { recursive: true, force: true });
  }
}

/** A file given twice would count its force twice. */
async function takeSnapshots(paths: readonly string[]): Promise<readonly Snapshot[]> {
  const snapshots: Snapshot[] = [];
  for (const path of paths) {
    const snapshot = await takeSnapshot(path, {});
    const same = snapshots.find(({ sha256 }) => sha256 === snapshot.sha256);
    if (same) {
      const message = `${snapshot.name} is the same file as ${same.name}, given twice: its force would count twice. Give it once.`;
      throw new InputError("same-file-twice", snapshot.name, message);
    }
    snapshots.push(snapshot);
  }
  return snapshots;
}
