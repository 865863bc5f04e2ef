import { existsSync } from "node:fs";
import { join } from "node:path";
import { blankCsv, templateTables } from "@evenhand/standard";
import { knownClasses } from "@evenhand/toolkit/analysis/footprint/footprint-list";
import { eventsTemplate } from "@evenhand/toolkit/ingest/events/events-template";
import { respondersTemplate } from "@evenhand/toolkit/ingest/footprint/responders-template";
import { writeFootprint } from "@evenhand/toolkit/ingest/footprint/write-footprint";
import type { Command } from "../command.ts";
import { templateWorkbook } from "../template-workbook.ts";
import { writeOutput } from "../write-output.ts";

/** Files that stand beside records in a report; they are no part of a record. */
const beside = [
  { name: "events.csv", text: eventsTemplate },
  { name: "footprint-classes.csv", text: () => writeFootprint(knownClasses) },
  { name: "responders.csv", text: respondersTemplate },
];

export const template: Command = {
  name: "template",
  options: ["out"],
  run: async (given, terminal, say) => {
    const folder = given.option("out") ?? "templates";
    const tables = templateTables(given.language);
    const files: string[] = [];
    for (const { name } of tables) {
      const path = join(folder, `${name}.csv`);
      await writeOutput(path, blankCsv(name));
      files.push(path);
    }
    const workbook = join(folder, "use-of-force.xlsx");
    await writeOutput(workbook, await templateWorkbook(tables));
    files.push(workbook);
    const besides: string[] = [];
    for (const { name, text } of beside) {
      const path = join(folder, name);
      if (existsSync(path)) terminal.note(`${say("template-kept", { path })}\n`);
      else await writeOutput(path, text());
      besides.push(path);
    }
    terminal.out(
      given.json
        ? `${JSON.stringify({ files, beside: besides }, null, 2)}\n`
        : `${say("template-made", { path: folder })}\n`,
    );
  },
};
