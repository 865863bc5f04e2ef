import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { gapReport } from "@evenhand/toolkit/analysis/gap/gap-report";
import { readDocument } from "@evenhand/toolkit/documents/read-document";
import { readSources } from "@evenhand/toolkit/ingest/read/read-sources";
import type { FormElement, FormForce, FormReading } from "@evenhand/toolkit/policy/form/form-reading";
import { readDeclaredForm } from "@evenhand/toolkit/policy/form/read-declared-form";
import { readColumns, readForm } from "@evenhand/toolkit/policy/form/read-form";
import { openEngine } from "@evenhand/toolkit/release/engine";
import { type OpenRelease, openRelease } from "@evenhand/toolkit/release/read-release";
import type { Arguments, Language } from "./arguments.ts";
import { CliError } from "./cli-error.ts";
import { ingestInput } from "./ingest-input.ts";
import { unreadableText } from "./policy-input.ts";
import { withTemporaryFolder } from "./temporary-release.ts";
import type { Terminal } from "./terminal.ts";
import type { Say } from "./words/words.ts";

type Asked = { readonly given: Arguments; readonly terminal: Terminal; readonly say: Say };

const tableFormats: ReadonlySet<string> = new Set([".csv", ".tsv", ".xlsx", ".xls"]);

/**
 * Reads what `--form` names: a release folder, a blank reporting form (PDF, DOCX, HTML, Markdown, text), a table with or
 * without rows (CSV, XLSX), or a JSON list of what the form has. Undefined without the option.
 * @throws CliError where it is none of these or cannot be read
 */
export async function readFormOption(asked: Asked): Promise<FormReading | undefined> {
  const path = asked.given.option("form");
  if (path === undefined) return undefined;
  const found = await stat(path);
  if (found.isDirectory()) return fromRelease(path, asked.say);
  const kind = extname(path).toLowerCase();
  if (kind === ".json") return fromJson(path, asked.given.language, asked.say);
  return tableFormats.has(kind) ? fromTable(path, asked) : fromDocument(path, asked);
}

async function fromRelease(path: string, say: Say): Promise<FormReading> {
  const isRelease = await stat(join(path, "release.json")).then(
    () => true,
    () => false,
  );
  if (!isRelease) throw new CliError(say("not-a-release", { path }));
  const open = await openRelease(path);
  try {
    return await releaseReading(open, basename(path));
  } finally {
    await open.close();
  }
}

/**
 * What published records have a place for. A column without one usable value is a place nevertheless, so nothing is said
 * of it; what no column holds is not collected as far as the records show.
 */
async function releaseReading(open: OpenRelease, name: string): Promise<FormReading> {
  const { elements } = await gapReport(open.release, open.cells);
  const cells = await open.cells({ from: "force", by: ["force_type"] });
  const occurring = new Set(
    cells.flatMap(({ key: [code], count }) => (typeof code === "string" && count > 0 ? [code] : [])),
  );
  const declared = Object.entries(open.release.scope.force).flatMap(([code, scope]): FormForce[] =>
    scope === "unknown" || occurring.has(code) ? [] : [{ code, scope, words: [] }],
  );
  return {
    source: "release",
    name: `${open.release.agency.name} (${name})`,
    isComplete: true,
    elements: elements.map(({ id, status, columns }): FormElement => {
      const isEmptyColumn = status === "not_collected" && columns.length > 0;
      return { id, ...(isEmptyColumn ? {} : { status }), words: columns };
    }),
    force: [...declared, ...[...occurring].toSorted().map((code): FormForce => ({ code, scope: "occurs", words: [] }))],
    hasOtherBox: false,
    unread: [],
    otherReports: [],
  };
}

async function fromJson(path: string, language: Language, say: Say): Promise<FormReading> {
  const bytes = await readFile(path);
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString("utf8"));
  } catch (cause) {
    throw new CliError(say("form-not-json", { path }), { cause });
  }
  const { reading, issues } = readDeclaredForm(value, { name: basename(path), sha256: hashOf(bytes), language });
  if (reading === undefined) throw new CliError(issues.map(({ message }) => message).join("\n"));
  return reading;
}

/** A table with rows is read as published records; one without as the labels of its columns. */
async function fromTable(path: string, { given, terminal, say }: Asked): Promise<FormReading> {
  const name = basename(path);
  const columns = await withTemporaryFolder(async (folder) => {
    const engine = await openEngine({ temporaryFolder: folder, memoryLimit: "1000MB", signal: terminal.signal });
    try {
      const tables = await readSources(engine, [path], { temporaryFolder: folder });
      return tables.some(({ rows }) => rows > 0)
        ? undefined
        : tables.flatMap((table) => table.columns.map((column) => column.name));
    } finally {
      await engine.close();
    }
  });
  if (columns !== undefined) return readColumns(columns, { name, sha256: hashOf(await readFile(path)) });
  return withTemporaryFolder(async (folder) => {
    const wanted: Arguments = { ...given, files: [path] };
    const ingested = await ingestInput(wanted, terminal, say, { out: folder, needsAgency: false });
    const open = await openRelease(ingested.folder);
    try {
      return { ...(await releaseReading(open, name)), name, sha256: hashOf(await readFile(path)) };
    } finally {
      await open.close();
    }
  });
}

async function fromDocument(path: string, { given, terminal }: Asked): Promise<FormReading> {
  const document = await readDocument(path, { signal: terminal.signal });
  if (!document.isReadable) throw new CliError(unreadableText(document, given.language));
  return readForm(document);
}

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
