import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether R is on this machine, with the two packages that lines of explanations name. */
export const hasR: boolean =
  spawnSync("Rscript", ["-e", 'stopifnot(requireNamespace("MASS"), requireNamespace("sandwich"))']).status === 0;

/** A line of R that gives a number: what it says it gives, and what R gave. */
export type RunLine = { readonly line: string; readonly told: number; readonly given: number };

const telling = /^(\w+) <- .* # = (\S+)$/;

/** Runs the lines of explanations as they stand; a line that R cannot run gives NaN. */
export function runInR(lines: readonly string[]): readonly RunLine[] {
  const script = lines.map((line) => {
    const name = telling.exec(line)?.[1];
    return name === undefined ? line : `${line}\ncat(format(as.numeric(${name}), digits = 17), "\\n")`;
  });
  const folder = mkdtempSync(join(tmpdir(), "evenhand-r-"));
  try {
    const path = join(folder, "lines.R");
    writeFileSync(path, `${script.join("\n")}\n`);
    const given = execFileSync("Rscript", ["--vanilla", path], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    const numbers = given.trim().split("\n").map(Number);
    return lines
      .flatMap((line) => {
        const told = telling.exec(line)?.[2];
        return told === undefined ? [] : [{ line, told: Number(told) }];
      })
      .map(({ line, told }, index) => ({ line, told, given: numbers[index] ?? Number.NaN }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
