import { stat } from "node:fs/promises";
import { mostCharacters } from "@evenhand/toolkit/ingest/events/text-table";
import { InputError } from "@evenhand/toolkit/ingest/read/input-error";
import type { Arguments } from "../arguments.ts";
import { releaseChange } from "../change/release-change.ts";
import { type SeriesAnswers, seriesAnswers } from "../change/series-change.ts";
import { seriesJson } from "../change/series-json.ts";
import { seriesLines } from "../change/series-lines.ts";
import { namesSeries, seriesFlags, seriesOptionNames } from "../change/series-options.ts";
import { eventLists } from "../change-input.ts";
import { CliError } from "../cli-error.ts";
import type { Command } from "../command.ts";
import { smallText } from "../small-text.ts";
import type { Terminal } from "../terminal.ts";
import type { Say } from "../words/words.ts";

/** Whether a change followed: in the records of a department, or in any series of counts by month. */
export const change: Command = {
  name: "change",
  options: [...seriesOptionNames, "reference", "suppress-below", "agency", "mapping"],
  lists: [...eventLists],
  flags: [...seriesFlags],
  run: async (given, terminal, say) => {
    const [path, ...others] = given.files;
    if (path === undefined) throw new CliError(say("change-needs-input"));
    const isAlone = others.length === 0 && !(await stat(path)).isDirectory();
    if (namesSeries(given)) {
      if (!isAlone) throw new CliError(say("series-one-file"));
      return show(await seriesAnswers(await smallText(path, say), given, say), { given, terminal, say });
    }
    const series = isAlone ? await tryAsSeries(path, given, say) : undefined;
    if (series !== undefined && !(series instanceof InputError)) return show(series, { given, terminal, say });
    try {
      await releaseChange(given, terminal, say);
    } catch (error) {
      if (!(error instanceof InputError) || series === undefined) throw error;
      const reasons = { records: error.message, series: series.message };
      throw new CliError(say("neither-records-nor-series", reasons), { cause: error });
    }
  },
};

/** A small file with one line a month is a series; why it is none is kept, for a file that is no records either. */
async function tryAsSeries(path: string, given: Arguments, say: Say): Promise<SeriesAnswers | InputError | undefined> {
  if ((await stat(path)).size > mostCharacters || !/\.(?:csv|tsv|txt)$/iu.test(path)) return undefined;
  if (given.list("events").length === 0) return undefined;
  const file = await smallText(path, say);
  try {
    return await seriesAnswers(file, given, say);
  } catch (error) {
    if (error instanceof InputError && error.file === file.name) return error;
    throw error;
  }
}

function show(
  answers: SeriesAnswers,
  { given, terminal, say }: { readonly given: Arguments; readonly terminal: Terminal; readonly say: Say },
): void {
  const text = given.json
    ? JSON.stringify(seriesJson(answers), null, 2)
    : seriesLines(answers, { say, language: given.language }).join("\n");
  terminal.out(`${text}\n`);
}
