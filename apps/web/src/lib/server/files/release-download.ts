import type { Place, PublishedRelease } from "../place-index.ts";
import { madeTables, madeWorkbooks } from "./made-from-releases.ts";
import { readAnswers } from "./read-answers.ts";
import { findReleaseFile, publishedTables } from "./release-file.ts";
import { releaseFindings } from "./release-findings.ts";
import { sendFile } from "./send-file.ts";
import { sendText } from "./send-text.ts";
import { isGivenAsCsv, workbookLimit } from "./table-forms.ts";
import { writeTableCsv } from "./write-table-csv.ts";
import { writeWorkbook } from "./write-workbook.ts";

/** Names under which the files that are made from a release are asked for. */
export const workbookFile = "tables.xlsx";
export const findingsFile = "findings.json";

const types: Readonly<Record<string, string>> = {
  parquet: "application/vnd.apache.parquet",
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const typeOf = (name: string): string => types[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";

/**
 * A file of a release by the name in its address: as it lies in the folder, or made from it.
 *
 * @returns undefined when the release has no such file, or is too large for that form
 * @throws BusyError when too many files are being made
 */
export async function releaseDownload(
  request: Request,
  { place, release, name }: { readonly place: Place; readonly release: PublishedRelease; readonly name: string },
): Promise<Response | undefined> {
  const version = `${release.name}-${name}`;
  const own = await findReleaseFile(release, name);
  if (own !== undefined) return sendFile(request, { ...own, type: typeOf(name), version, isForever: true });
  if (name === findingsFile) return sendFindings(request, place, release);
  const make = maker(release, name);
  if (make === undefined || !(await isMakeable(release, name))) return undefined;
  const files = name === workbookFile ? madeWorkbooks : madeTables;
  const made = await files.get(`${release.folder} ${release.release.hash} ${name}`, make);
  const saveAs = `${place.id}-${release.name}-${name}`;
  return sendFile(request, { ...made, type: typeOf(name), version, saveAs, isForever: true });
}

async function sendFindings(request: Request, place: Place, release: PublishedRelease): Promise<Response | undefined> {
  const answers = await readAnswers(place, release.name);
  if (answers === undefined) return undefined;
  const body = `${JSON.stringify(releaseFindings(answers), null, 1)}\n`;
  return sendText(request, { body, type: typeOf(findingsFile), hash: release.release.hash });
}

const csvTable = (name: string): string | undefined =>
  name.endsWith(".csv") ? name.slice(0, -".csv".length) : undefined;

function maker(published: PublishedRelease, name: string) {
  const { folder, release } = published;
  const table = csvTable(name);
  if (table !== undefined) return (path: string) => writeTableCsv(folder, table, path);
  if (name !== workbookFile) return undefined;
  const tables = publishedTables.filter((one) => one in release.tables || one === "issues");
  return async (path: string) => {
    const there = await Promise.all(tables.map((one) => hasTable(published, one)));
    await writeWorkbook(
      folder,
      tables.filter((_, index) => there[index]),
      path,
    );
  };
}

/** Whether the form that is asked for is given of this release. */
async function isMakeable(published: PublishedRelease, name: string): Promise<boolean> {
  const { release } = published;
  if (name === workbookFile) return workbookLimit(release) === undefined;
  const table = csvTable(name) ?? "";
  return publishedTables.includes(table) && isGivenAsCsv(release.tables[table] ?? 0) && hasTable(published, table);
}

const hasTable = async (release: PublishedRelease, table: string): Promise<boolean> =>
  (await findReleaseFile(release, `${table}.parquet`)) !== undefined;
