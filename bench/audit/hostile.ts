/**
 * Every hostile file through the command line, each in a folder of its own: the answer must come within the reader's
 * limits, as a verdict on its harmless words or as the reason why it cannot be read; nothing may be written but the audit
 * asked for, and no connection opened (watched where `strace` is installed). By hand: it takes minutes.
 *
 * `node bench/audit/hostile.ts [WORDS OF A NAME]`
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hostileDocx } from "../../packages/toolkit/src/documents/testing/hostile-docx.ts";
import {
  type HostileFile,
  harmlessLines,
  hostileFiles,
  needsTightLimits,
} from "../../packages/toolkit/src/documents/testing/hostile-files.ts";
import { hostileLinks } from "../../packages/toolkit/src/documents/testing/hostile-links.ts";
import { hostilePdfs } from "../../packages/toolkit/src/documents/testing/hostile-pdfs.ts";
import { hostileTexts } from "../../packages/toolkit/src/documents/testing/hostile-texts.ts";
import { openWords } from "../../packages/toolkit/src/report/words/words.ts";

const main = fileURLToPath(new URL("../../apps/cli/src/main.ts", import.meta.url));
const measure = new URL("./measure.ts", import.meta.url).href;
const bounds = { seconds: 180, bytes: 2.5 * 2 ** 30 };
const words = process.argv.slice(2).join(" ");
const english = openWords("en");
const canWatch = spawnSync("strace", ["-V"]).error === undefined;
if (!canWatch) console.log("strace is not installed: connections are not watched.");

type Run = {
  readonly code: number | null;
  readonly json: string;
  readonly said: string;
  readonly connections: number;
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
    const calls = join(folder, "calls");
    const watch = ["strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=connect", "-e", "signal=none", "-o", calls];
    const [program = "", ...given] = [
      ...(canWatch ? watch : []),
      ...[process.execPath, "--import", measure, main, "audit", join(folder, "order"), "--json", "--out", "audit.html"],
    ];
    const started = performance.now();
    const { status, stdout, stderr } = spawnSync(program, given, {
      cwd: join(folder, "work"),
      env,
      encoding: "utf8",
      timeout: bounds.seconds * 1000,
      maxBuffer: 2 ** 28,
    });
    const seconds = (performance.now() - started) / 1000;
    const { peakBytes } =
      status === null ? { peakBytes: Number.NaN } : (JSON.parse(readFileSync(record, "utf8")) as { peakBytes: number });
    const written = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter(
        (name) => !["work", "home", "scratch", "order", "measured.json", "calls", "work/audit.html"].includes(name),
      )
      .join(" ");
    const said = status === 0 ? "read" : stderr.trim().replaceAll(/\s+/g, " ");
    const connections = canWatch ? (readFileSync(calls, "utf8").match(/sa_family=AF_INET/g)?.length ?? 0) : 0;
    return { code: status, json: stdout, said, seconds, peakBytes, written, connections };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Read: verdicts from its harmless words alone. Refused: the reason in words, no stack, and nothing on stdout. */
function isAnswered({ code, json, said }: Run, file: HostileFile): boolean {
  const [, , reason] = file;
  const isTight = needsTightLimits(file);
  if (code === 0) {
    const { provisions } = JSON.parse(json) as { provisions: { clauses: { text: string }[] }[] };
    const quoted = provisions.flatMap(({ clauses }) => clauses.map(({ text }) => text));
    const isOwn = quoted.every((text) => harmlessLines.some((line) => text.includes(line)));
    return quoted.length > 0 && isOwn && (reason === "read" || isTight);
  }
  const because = !isTight && reason !== "read" ? english.say(`audit.reason.${reason}`) : "";
  const isClear = said.includes(`cannot read this document: order: ${because}`) && !/\bat \S+:\d+|Error/.test(said);
  return code === 1 && isClear && json === "" && reason !== "read";
}

const files = [
  ...[...hostileFiles, ...hostilePdfs, ...hostileDocx, ...hostileTexts],
  ...hostileLinks("http://127.0.0.1:9/"),
].filter(([what]) => what.includes(words));
let failures = 0;
for (const file of files) {
  const run = audit(file[1]());
  const { code, said, seconds, peakBytes, written, connections } = run;
  const isBounded = seconds < bounds.seconds && peakBytes < bounds.bytes;
  const isGood = isAnswered(run, file) && isBounded && written === "" && connections === 0;
  if (!isGood) failures += 1;
  const wrote = written === "" ? "" : `; wrote ${written}`;
  const asked = connections === 0 ? "" : `; ${connections} connections`;
  console.log(
    `${isGood ? "good" : "BAD "} ${file[0]}: exit ${code}, ${seconds.toFixed(1)} s, ${Math.round(peakBytes / 1e6)} MB; ${said.slice(0, 200)}${wrote}${asked}`,
  );
}
console.log(
  `${files.length - failures} of ${files.length} answered within ${bounds.seconds} s and ${Math.round(bounds.bytes / 1e6)} MB, nothing written${canWatch ? ", nothing asked of a network" : ""}`,
);
if (failures > 0) process.exitCode = 1;
