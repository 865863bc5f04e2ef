import type { Engine } from "../../release/engine.ts";
import type { ReadLimits } from "./read-limits.ts";

/** What every reader of a file format is given. */
export type ReadContext = {
  readonly engine: Engine;
  /** Where the file is. */
  readonly path: string;
  /** What the file is called in tables, issues and errors. */
  readonly file: string;
  readonly bytes: number;
  readonly limits: ReadLimits;
  /** A free path for a file that is needed for a moment; removed after the run. */
  readonly temporaryPath: () => string;
  /** A free path for the rows of a large table, there as long as the table is; undefined when they stay in the engine. */
  readonly keptPath: () => string | undefined;
  /** A free name for a staged table: `source_0`, `source_1`, … */
  readonly nextTable: () => string;
  /** Share of the file read so far, 0–1. */
  readonly onProgress: (share: number) => void;
};
