import { join } from "node:path";
import { blankCsv, templateTables } from "@evenhand/standard";
import type { Command } from "../command.ts";
import { templateWorkbook } from "../template-workbook.ts";
import { writeOutput } from "../write-output.ts";

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
    terminal.out(
      given.json ? `${JSON.stringify({ files }, null, 2)}\n` : `${say("template-made", { path: folder })}\n`,
    );
  },
};
