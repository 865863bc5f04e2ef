import { readFile } from "node:fs/promises";
import { type Boundaries, readBoundaries } from "@evenhand/toolkit/report/charts/boundaries";
import { CliError } from "./cli-error.ts";

/**
 * Areas of a GeoJSON file, checked before any work is done; undefined without a path.
 * @throws CliError when it cannot be read or holds no areas
 */
export async function boundariesFrom(path: string | undefined): Promise<Boundaries | undefined> {
  if (path === undefined) return undefined;
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new CliError(`Cannot read ${path}.`, { cause });
  });
  try {
    return readBoundaries(JSON.parse(text));
  } catch (cause) {
    const why =
      cause instanceof SyntaxError ? "it is not JSON" : cause instanceof Error ? cause.message : String(cause);
    throw new CliError(`${path} is no GeoJSON of areas: ${why}.`, { cause });
  }
}
