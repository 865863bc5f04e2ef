import { addresses } from "../../addresses.ts";
import { releaseFiles } from "../files/release-file.ts";
import { isGivenAsCsv } from "../files/table-forms.ts";
import type { Place, PublishedRelease } from "../place-index.ts";

/** A release as the API tells of it: what it holds, what it was made from, and where its files are. */
export async function publishedRelease(
  published: PublishedRelease,
  { place, origin }: { readonly place: Place; readonly origin: string },
) {
  const { name, release } = published;
  const { date, hash, period, tables, lines, snapshots } = release;
  const link = (file: string) => origin + addresses("en").releaseFile(place.id, name, file);
  const files = await releaseFiles(published);
  const csv = files
    .filter((file) => file.name.endsWith(".parquet"))
    .map((file) => file.name.slice(0, -".parquet".length))
    .filter((table) => isGivenAsCsv(tables[table] ?? 0))
    .map((table) => ({ name: `${table}.csv`, url: link(`${table}.csv`) }));
  return {
    name,
    date,
    hash,
    isNewest: name === place.summary.release,
    ...(period === undefined ? {} : { period }),
    tables,
    lines,
    snapshots,
    files: [...files.map((file) => ({ name: file.name, bytes: file.bytes, url: link(file.name) })), ...csv],
  };
}
