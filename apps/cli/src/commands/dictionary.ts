import { dictionaryJson, renderDictionary } from "@evenhand/standard";
import { CliError } from "../cli-error.ts";
import type { Command } from "../command.ts";
import { writeOutput } from "../write-output.ts";

export const dictionary: Command = {
  name: "dictionary",
  options: ["out", "format"],
  run: async (given, terminal, say) => {
    const format = given.json ? "json" : (given.option("format") ?? "html");
    if (format !== "html" && format !== "json") throw new CliError(`--format takes html or json, not “${format}”.`);
    const text =
      format === "json" ? `${JSON.stringify(dictionaryJson(), null, 2)}\n` : renderDictionary(given.language);
    const out = given.option("out");
    if (out === undefined) {
      terminal.out(text);
      return;
    }
    await writeOutput(out, text);
    terminal.out(given.json ? `${JSON.stringify({ path: out })}\n` : `${say("dictionary-made", { path: out })}\n`);
  },
};
