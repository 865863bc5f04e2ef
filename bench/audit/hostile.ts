/**
 * Every hostile file through the command line, each in a folder of its own: the answer must come within the reader's
 * limits, as a verdict on what can be read or as a reason, and nothing may be written but the audit asked for. By hand:
 * it takes minutes.
 *
 * `node bench/audit/hostile.ts [WORDS OF A NAME]`
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hostileDocx } from "../../packages/toolkit/src/documents/testing/hostile-docx.ts";
import { hostileFiles } from "../../packages/toolkit/src/documents/testing/hostile-files.ts";
import { hostilePdfs } from "../../packages/toolkit/src/documents/testing/hostile-pdfs.ts";
import { hostileTexts } from "../../packages/toolkit/src/documents/testing/hostile-texts.ts";

const main = fileURLToPath(new URL("../../apps/cli/src/main.ts", import.meta.url));
const measure = new URL("./measure.ts", import.meta.url).href;
const bounds = { seconds: 180, bytes: 2.5 * 2 ** 30 };
const words = process.argv.slice(2).join(" ");

type Run = {
  readonly code: number | null;
  readonly said: string;
  readonly seconds: number;
  readonly peakBytes: number;
  readonly written: string;
};

function audit(bytes: Uint8Array): Run {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-hostile-"));
  try {
    for (const name of ["work", "home", "scratch"]) mkdirSync(join(folder, name));
    writeFileSync(join(folder, "order"), bytes);
    const record = join(folder, "measured.json");
    const env = {
      PATH: process.env.PATH,
      HOME: join(folder, "home"),
      TMPDIR: join(folder, "scratch"),
      EVENHAND_MEASURE: record,
    };
    const started = performance.now();
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", measure, main, "audit", join(folder, "order"), "--json", "--out", "audit.html"],
      { cwd: join(folder, "work"), env, encoding: "utf8", timeout: bounds.seconds * 1000, maxBuffer: 2 ** 28 },
    );
    const seconds = (performance.now() - started) / 1000;
    const { peakBytes } =
      status === null ? { peakBytes: Number.NaN } : (JSON.parse(readFileSync(record, "utf8")) as { peakBytes: number });
    const written = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => !["work", "home", "scratch", "order", "measured.json", "work/audit.html"].includes(name))
      .join(" ");
    const said = status === 0 ? `read; ${stdout.length} letters of JSON` : stderr.trim().replaceAll(/\s+/g, " ");
    return { code: status, said, seconds, peakBytes, written };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const files = [...hostileFiles, ...hostilePdfs, ...hostileDocx, ...hostileTexts].filter(([what]) =>
  what.includes(words),
);
let failures = 0;
for (const [what, make, reason] of files) {
  const { code, said, seconds, peakBytes, written } = audit(make());
  const isAnswered = code === 0 || (code === 1 && !/\bat .*\.ts:\d+/.test(said));
  const isBounded = seconds < bounds.seconds && peakBytes < bounds.bytes;
  const isGood = isAnswered && isBounded && written === "" && !(reason === "read" && code !== 0);
  if (!isGood) failures += 1;
  console.log(
    `${isGood ? "good" : "BAD "} ${what}: exit ${code}, ${seconds.toFixed(1)} s, ${Math.round(peakBytes / 1e6)} MB; ${said.slice(0, 200)}${written === "" ? "" : `; wrote ${written}`}`,
  );
}
console.log(
  `${files.length - failures} of ${files.length} answered within ${bounds.seconds} s and ${Math.round(bounds.bytes / 1e6)} MB, nothing written`,
);
if (failures > 0) process.exitCode = 1;
