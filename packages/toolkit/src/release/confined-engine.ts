import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { literal, openEngine } from "./engine.ts";

export type ConfinedEngineOptions = {
  /** A query is interrupted after this time. Default 120. */
  readonly timeLimitSeconds?: number;
  readonly memoryLimit?: string;
  readonly threads?: number;
};

/** An engine that can read one folder and nothing else, one query at a time, each with a time limit. */
export type ConfinedEngine = {
  readonly rows: (sql: string) => Promise<Record<string, unknown>[]>;
  /**
   * Rows of one query, about two thousand at a time, each as its values in the order of the columns. The engine goes on
   * only when a batch has been taken, so that a table of any length needs little memory.
   */
  readonly batches: (sql: string) => AsyncGenerator<readonly (readonly unknown[])[], void>;
  /** Its own: a query may write here. Gone after `close`. */
  readonly temporaryFolder: string;
  /** What it was asked so far. */
  readonly spent: () => { readonly count: number; readonly milliseconds: number };
  /** Frees the engine and removes its temporary folder. */
  readonly close: () => Promise<void>;
};

/**
 * Opens an engine on a folder: no network, no other file, no further setting.
 *
 * Source: DuckDB, duckdb.org/docs/operations_manual/securing_duckdb.
 */
export async function openConfinedEngine(folder: string, options: ConfinedEngineOptions = {}): Promise<ConfinedEngine> {
  const { timeLimitSeconds = 120, ...limits } = options;
  const temporaryFolder = await mkdtemp(join(tmpdir(), "evenhand-read-"));
  const engine = await openEngine({ temporaryFolder, ...limits });
  const spent = { count: 0, milliseconds: 0 };
  let last: Promise<unknown> = Promise.resolve();

  const timed = (sql: string) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      engine.connection.interrupt();
    }, timeLimitSeconds * 1000);
    const started = performance.now();
    return {
      explain: (cause: unknown) =>
        isLate ? new Error(`invalid query time; over ${timeLimitSeconds} seconds: ${sql}`, { cause }) : cause,
      end: () => {
        clearTimeout(timer);
        spent.count += 1;
        spent.milliseconds += performance.now() - started;
      },
    };
  };
  const run = async (sql: string) => {
    const time = timed(sql);
    try {
      return await engine.rows(sql);
    } catch (cause) {
      throw time.explain(cause);
    } finally {
      time.end();
    }
  };
  const rows = (sql: string): Promise<Record<string, unknown>[]> => {
    const next = last.then(() => run(sql));
    last = next.catch(() => undefined);
    return next;
  };
  async function* batches(sql: string) {
    const before = last;
    const ended = Promise.withResolvers<void>();
    last = ended.promise;
    await before;
    const time = timed(sql);
    try {
      const result = await engine.connection.stream(sql);
      for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
        yield chunk.getRows();
    } catch (cause) {
      throw time.explain(cause);
    } finally {
      time.end();
      ended.resolve();
    }
  }

  const folders = [folder, temporaryFolder].map((path) => literal(`${path}/`)).join(", ");
  await engine.run("SET preserve_insertion_order = false");
  // Otherwise the memory of one query stays taken, in pieces, while the next asks for its own.
  await engine.run("SET allocator_flush_threshold = '16MB'");
  await engine.run("SET allocator_bulk_deallocation_flush_threshold = '16MB'");
  await engine.run(`SET allowed_directories = [${folders}]`);
  await engine.run("SET enable_external_access = false");
  await engine.run("SET lock_configuration = true");
  const close = async () => {
    engine.close();
    await rm(temporaryFolder, { recursive: true, force: true });
  };
  return { rows, batches, temporaryFolder, spent: () => ({ ...spent }), close };
}
