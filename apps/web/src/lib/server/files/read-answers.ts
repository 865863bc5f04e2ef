import { join } from "node:path";
import type { PlaceAnswers } from "@evenhand/toolkit/report/place-answers";
import { jsonFile } from "../json-file.ts";
import { isFolderName, type Place } from "../place-index.ts";

/** What was answered on one release of a place; undefined when its answers were never made or not kept. */
export async function readAnswers({ folder }: Place, release: string): Promise<PlaceAnswers | undefined> {
  if (!isFolderName(release)) return undefined;
  return jsonFile<PlaceAnswers>(join(folder, "answers", `${release}.json`));
}
