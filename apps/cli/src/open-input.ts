import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type OpenRelease, openRelease } from "@evenhand/toolkit/release/read-release";
import type { Arguments } from "./arguments.ts";
import { CliError } from "./cli-error.ts";
import { ingestInput } from "./ingest-input.ts";
import { withTemporaryFolder } from "./temporary-release.ts";
import type { Terminal } from "./terminal.ts";
import type { Say } from "./words/words.ts";

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

async function use<Result>(folder: string, work: (open: OpenRelease) => Promise<Result>): Promise<Result> {
  const open = await openRelease(folder);
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}

/** Opens the release folder that a command names. */
export async function withRelease<Result>(
  given: Arguments,
  say: Say,
  work: (open: OpenRelease) => Promise<Result>,
): Promise<Result> {
  const [path, ...others] = given.files;
  if (path === undefined || others.length > 0) throw new CliError(say("no-release"));
  if (!(await isThere(join(path, "release.json")))) throw new CliError(say("not-a-release", { path }));
  return use(path, work);
}

/** Opens the release folder that a command names, or makes one for the moment from the files it names. */
export async function withReleaseOrFiles<Result>(
  given: Arguments,
  terminal: Terminal,
  say: Say,
  work: (open: OpenRelease) => Promise<Result>,
): Promise<Result> {
  const [path, ...others] = given.files;
  const isFolder = path !== undefined && (await stat(path).catch(() => undefined))?.isDirectory() === true;
  if (isFolder && others.length === 0) return withRelease(given, say, work);
  return withTemporaryFolder(async (folder) => {
    const { folder: release } = await ingestInput(given, terminal, say, { out: folder, needsAgency: false });
    return use(release, work);
  });
}
