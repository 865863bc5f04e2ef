import { readFile } from "node:fs/promises";
import { type Ingested, type IngestOptions, ingestFiles } from "@evenhand/toolkit/ingest/ingest-files";
import type { Mapping } from "@evenhand/toolkit/ingest/mapping/mapping";
import { readMapping } from "@evenhand/toolkit/ingest/mapping/read-mapping";
import { type AgencyName, readAgency, unnamedAgency } from "./agency.ts";
import type { Arguments } from "./arguments.ts";
import { CliError } from "./cli-error.ts";
import { sayStep } from "./ingest-step.ts";
import { showProgress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";
import type { Say } from "./words/words.ts";

async function mappingFrom(path: string): Promise<Mapping> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new CliError(`Cannot read ${path}.`, { cause });
  });
  try {
    return readMapping(JSON.parse(text));
  } catch (error) {
    throw new CliError(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Reads the files of a command into a release, showing progress. */
export async function ingestInput(
  given: Arguments,
  terminal: Terminal,
  say: Say,
  options: { readonly out: string; readonly needsAgency: boolean },
): Promise<Ingested> {
  if (given.files.length === 0) throw new CliError(say("no-files"));
  const path = given.option("mapping");
  const mapping = path === undefined ? undefined : await mappingFrom(path);
  const name = given.option("agency");
  if (name === undefined && mapping === undefined && options.needsAgency) throw new CliError(say("no-agency"));
  const agency: AgencyName = name !== undefined ? readAgency(name) : (mapping?.agency ?? unnamedAgency);
  const progress = showProgress(terminal);
  const request: IngestOptions = {
    paths: given.files,
    agency,
    ...(mapping ? { mapping: { ...mapping, agency } } : {}),
    out: options.out,
    today: terminal.today,
    signal: terminal.signal,
    onProgress: sayStep(progress, say),
  };
  try {
    return await ingestFiles(request);
  } finally {
    progress.end();
  }
}
