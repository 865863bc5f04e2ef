/** Our side: opens a release, answers every question, writes the cells that were read. `node ours.ts RELEASE CELLS.json` */
import { writeFileSync } from "node:fs";
import { answerQuestions } from "../../packages/toolkit/src/analysis/answer-all.ts";
import type { CellReader } from "../../packages/toolkit/src/release/cells.ts";
import { openRelease } from "../../packages/toolkit/src/release/read-release.ts";
import { beside } from "./beside.ts";

const [folder, file] = process.argv.slice(2);
if (!folder || !file) throw new Error("Usage: node bench/questions/ours.ts RELEASE CELLS.json");

const started = performance.now();
const open = await openRelease(folder);
const read: unknown[] = [];
const recorded: CellReader = async (query) => {
  const cells = await open.cells(query);
  read.push({ query, cells: cells.map(({ key, count }) => [key, count]) });
  return cells;
};
const { findings } = await answerQuestions(open.release, recorded, beside);
const seconds = (performance.now() - started) / 1000;
const { milliseconds } = open.queries();
await open.close();

writeFileSync(file, JSON.stringify(read));
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    seconds,
    engineSeconds: milliseconds / 1000,
    cpuSeconds: (user + system) / 1e6,
    findings: findings.length,
  }),
);
