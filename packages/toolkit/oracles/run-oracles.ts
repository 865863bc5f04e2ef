import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Adapter, type CaseFiles, MissingFile } from "./adapter.ts";
import { differences, type Tolerance } from "./compare.ts";

/** What came of one oracle file. A failure names its case and the first things that differ. */
export type OracleResult = {
  readonly file: string;
  readonly passed: number;
  readonly failures: readonly string[];
  readonly skipped: readonly string[];
};

type OracleFile = {
  readonly method: string;
  readonly cases: readonly {
    readonly id: string;
    readonly input: unknown;
    readonly expected: unknown;
    readonly tolerance: Tolerance;
  }[];
};

const adaptersFolder = fileURLToPath(new URL("./adapters/", import.meta.url));

/** The cases that ship with the toolkit. */
export const shippedCases: string = fileURLToPath(new URL("./cases/", import.meta.url));

/** Every `.json` file directly in a folder, in the order of their names. */
export function oracleFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(folder, name));
}

/**
 * Runs the cases of one oracle file through the adapter of its method. A file without an adapter fails, and so does a
 * file without cases: neither proves anything.
 */
export async function runOracleFile(path: string): Promise<OracleResult> {
  const result = { file: path, passed: 0, failures: [] as string[], skipped: [] as string[] };
  const oracle = JSON.parse(readFileSync(path, "utf8"), (_, value) =>
    value === "Infinity" ? Number.POSITIVE_INFINITY : value === "-Infinity" ? Number.NEGATIVE_INFINITY : value,
  ) as Partial<OracleFile>;
  if (oracle.method === undefined || oracle.cases === undefined || oracle.cases.length === 0)
    return { ...result, failures: ["not an oracle file: it needs a method and at least one case"] };
  const adapter = await findAdapter(oracle.method).catch((error: unknown) => String(error));
  if (typeof adapter === "string") return { ...result, failures: [`the adapter cannot be loaded: ${adapter}`] };
  if (adapter === undefined) return { ...result, failures: [`no adapter for the method ${oracle.method}`] };
  const files = caseFiles(dirname(path));
  for (const { id, input, expected, tolerance } of oracle.cases) {
    try {
      const found = differences(adapter(input, files), expected, tolerance);
      if (found.length === 0) result.passed += 1;
      else result.failures.push(`${id}: ${found.slice(0, 4).join("; ")}${found.length > 4 ? "; …" : ""}`);
    } catch (error) {
      if (error instanceof MissingFile) result.skipped.push(`${id}: ${error.message}`);
      else result.failures.push(`${id}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return result;
}

async function findAdapter(method: string): Promise<Adapter | undefined> {
  if (!/^[a-z0-9_]+$/.test(method)) return undefined;
  const path = join(adaptersFolder, `${method.replaceAll("_", "-")}.ts`);
  if (!existsSync(path)) return undefined;
  const module = (await import(path)) as { readonly adapter: Adapter };
  return module.adapter;
}

function caseFiles(folder: string): CaseFiles {
  const text = (path: string): string => {
    const full = join(folder, path);
    if (!existsSync(full)) throw new MissingFile(`${path} is not beside the oracle files`);
    return readFileSync(full, "utf8");
  };
  return { text, json: (path) => JSON.parse(text(path)) as unknown };
}
