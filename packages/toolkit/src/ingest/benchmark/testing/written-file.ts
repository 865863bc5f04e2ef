import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder for the files of one test file. */
export function testFolder() {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-counts-"));
  return {
    /** Writes a file and gives its path. */
    write: (name: string, content: string | Uint8Array): string => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
