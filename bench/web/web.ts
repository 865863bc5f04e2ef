import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { type Load, load } from "./load.ts";

/**
 * The site beside a bare Node server that sends the same bytes: `npm run bench:web -- --releases FOLDER --place ID`. Both
 * sides in turns, 50 clients each; then the site's memory over 100,000 requests, and its first page after a start.
 */
const { values } = parseArgs({
  options: {
    releases: { type: "string", default: "out/riverton/releases" },
    place: { type: "string", default: "riverton-xx" },
    seconds: { type: "string", default: "60" },
    clients: { type: "string", default: "50" },
    rounds: { type: "string", default: "1" },
    requests: { type: "string", default: "100000" },
  },
});

const root = fileURLToPath(new URL("../..", import.meta.url));
const [sitePort, barePort] = [4701, 4702];
const site = `http://127.0.0.1:${sitePort}`;
const page = `${site}/places/${values.place}`;
const clients = Number(values.clients);

function start(script: string, environment: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, [join(root, script)], {
    env: { ...process.env, HOST: "127.0.0.1", EVENHAND_LOG: "off", ...environment },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

const startSite = () =>
  start("apps/web/build/index.js", {
    PORT: String(sitePort),
    EVENHAND_RELEASES: resolve(values.releases),
    EVENHAND_ORIGIN: site,
  });

async function untilUp(address: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (
      await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await wait(50);
  }
  throw new Error(`${address} did not answer`);
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  child.kill("SIGKILL");
  await ended;
}

/** Resident memory in megabytes. */
const memory = (child: ChildProcess): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024;

const row = (name: string, { requests, errors, perSecond, median, p95, p99 }: Load): void =>
  console.log(
    `| ${name} | ${requests} | ${errors} | ${perSecond.toFixed(0)} | ${median.toFixed(1)} | ${p95.toFixed(1)} | ${p99.toFixed(1)} |`,
  );

/** Milliseconds until the first page of a place has come, after the process has answered for its health. */
async function coldPage(): Promise<number> {
  const child = startSite();
  await untilUp(`${site}/health`);
  const began = performance.now();
  await (await fetch(page)).text();
  const taken = performance.now() - began;
  await stop(child);
  return taken;
}

const cold = [await coldPage(), await coldPage(), await coldPage()].toSorted((one, other) => one - other);
const served = startSite();
await untilUp(page);
const body = await (await fetch(page)).text();
const bare = start("bench/web/bare.ts", {
  PORT: String(barePort),
  BENCH_BODY: gzipSync(body).toString("base64"),
});
await untilUp(`http://127.0.0.1:${barePort}/`);

console.log(`${execFileSync("uptime").toString().trim()}\npage of ${body.length} bytes, ${clients} clients\n`);
console.log("| side | requests | errors | a second | median ms | p95 ms | p99 ms |\n|---|--:|--:|--:|--:|--:|--:|");
for (let round = 0; round < Number(values.rounds); round++) {
  const ours = await load([page], { clients, seconds: Number(values.seconds) });
  row("site", ours);
  const theirs = await load([`http://127.0.0.1:${barePort}/`], { clients, seconds: Number(values.seconds) });
  row("bare server, same bytes", theirs);
  console.log(
    `| ratio | | | ${(ours.perSecond / theirs.perSecond).toFixed(2)} | ${(ours.median / theirs.median).toFixed(2)} | ${(ours.p95 / theirs.p95).toFixed(2)} | ${(ours.p99 / theirs.p99).toFixed(2)} |`,
  );
}

const paths = ["", "/force", "/not-recorded", "/reduce"].map((part) => `${page}${part}`);
await load(paths, { clients, seconds: 600, most: Number(values.requests) / 10 });
const before = memory(served);
const many = await load(paths, { clients, seconds: 3600, most: Number(values.requests) });
const after = memory(served);
console.log(
  `\nmemory over ${many.requests} requests (${many.errors} errors): ${before.toFixed(0)} MB before, ${after.toFixed(0)} MB after, ratio ${(after / before).toFixed(2)}`,
);
console.log(`first page after a start: ${cold.map((taken) => `${taken.toFixed(0)} ms`).join(", ")}`);
await stop(served);
await stop(bare);
