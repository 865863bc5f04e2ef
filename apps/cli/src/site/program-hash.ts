import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folders whose code and rules decide what is answered. */
const folders = ["standard/src", "standard/code-lists", "toolkit/src"].map((folder) =>
  fileURLToPath(new URL(`../../../../packages/${folder}`, import.meta.url)),
);

const decides = /(?<!\.test)\.(ts|json|csv)$/;
let known: string | undefined;

/** sha256 over the program's own code and rules: another program may give other answers. */
export function programHash(): string {
  known ??= hashFolders();
  return known;
}

function hashFolders(): string {
  const hash = createHash("sha256");
  for (const folder of folders)
    for (const name of filesIn(folder)) {
      hash.update(name);
      hash.update(readFileSync(join(folder, name)));
    }
  return hash.digest("hex");
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => decides.test(name))
      .toSorted();
  } catch {
    return [];
  }
}
