import { mkdirSync, writeFileSync } from "node:fs";
import { codeListModule } from "./code-list-module.ts";
import { readCodeListCsvs } from "./read-code-list-csvs.ts";

const root = new URL("../", import.meta.url);

function write(path: string, text: string): void {
  const file = new URL(path, root);
  mkdirSync(new URL("./", file), { recursive: true });
  writeFileSync(file, text);
}

// The published files are made from the code lists, so they are loaded only when those are written.
write("src/generated/code-lists.ts", codeListModule(readCodeListCsvs(root)));
const { publishedFiles } = await import("./published-files.ts");
for (const [path, text] of publishedFiles()) write(path, text);
