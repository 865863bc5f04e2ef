import { join } from "node:path";
import { type Correction, parseCorrections } from "@evenhand/toolkit/report/corrections";
import { jsonFile } from "../json-file.ts";
import type { Place } from "../place-index.ts";

/**
 * The corrections of a place, newest first, out of `corrections.json` in its folder. No file means none were made.
 *
 * @throws RangeError when the file is not a list of corrections; `evenhand prepare` says so first
 */
export async function readCorrections({ folder }: Place): Promise<readonly Correction[]> {
  const listed = await jsonFile<unknown>(join(folder, "corrections.json"));
  return listed === undefined ? [] : parseCorrections(listed);
}
