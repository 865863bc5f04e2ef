import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, relative } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const program = join(root, "apps/cli/src/main.ts");
const shared = join(root, "..", "shared");

/** A department's own files, where they lie beside the project. */
type RealPlace = {
  readonly id: string;
  readonly agency: string;
  readonly files: readonly string[];
  /** Options of `report` by name; values that name files of the reference data start with `data:`. */
  readonly beside: Readonly<Record<string, string>>;
  /** File of the project with its dated events. */
  readonly events?: string;
};

export const realPlaces: readonly RealPlace[] = [
  {
    id: "minneapolis-mn",
    agency: "Minneapolis, MN",
    files: ["minneapolis-pd/openintro_mn_police_use_of_force.csv"],
    beside: { areas: "data:minneapolis-pd/Minneapolis_Neighborhoods.geojson" },
    events: "minneapolis-mn.csv",
  },
  {
    id: "new-york-ny",
    agency: "New York, NY",
    files: ["Incidents", "_Subjects", "_Members_of_Service"].map((name) => `nypd/NYPD_Use_of_Force_${name}.csv`),
    beside: { areas: "data:nypd/nypd-precincts.geojson" },
  },
  {
    id: "seattle-wa",
    agency: "Seattle, WA",
    files: ["seattle-pd/Use_Of_Force_20241211.csv"],
    beside: { areas: "data:seattle-pd/spd_beats.geojson" },
    events: "seattle-wa.csv",
  },
  {
    id: "new-jersey-nj",
    agency: "New Jersey, NJ",
    files: ["new-jersey-ag/NJOAG_UOF_2020-10_to_2021-02_Export.officer-names-masked.csv"],
    beside: {},
    events: "new-jersey.csv",
  },
];

/** Whether the departments' files lie beside the project. */
export const hasRealFiles = existsSync(join(shared, "data"));

/** Runs one command of the program; fails with what it said. */
export function evenhand(...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`evenhand ${words.join(" ")} ended with ${status}:\n${stderr}`);
  return stdout;
}

/** Builds the site unless it is newer than its code; one test file at a time, since all of them use the same build. */
export async function buildSite(): Promise<void> {
  const lock = join(root, "apps/web/.building");
  await takeTurn(lock);
  try {
    if (isBuilt()) return;
    const words = ["run", "-s", "build", "-w", "@evenhand/web"];
    const { status, stderr } = spawnSync("npm", words, { cwd: root, encoding: "utf8" });
    if (status !== 0) throw new Error(`the site could not be built:\n${stderr}`);
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** A lock that is older than this was left behind. */
const oldestLock = 180_000;

async function takeTurn(lock: string): Promise<void> {
  for (;;) {
    try {
      mkdirSync(lock);
      return;
    } catch {
      const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      if (made > 0 && Date.now() - made > oldestLock) rmSync(lock, { recursive: true, force: true });
      await wait(250);
    }
  }
}

function isBuilt(): boolean {
  const built = statSync(join(root, "apps/web/build/index.js"), { throwIfNoEntry: false })?.mtimeMs;
  if (built === undefined) return false;
  const folders = ["apps/web/src", "apps/web/static", "packages/toolkit/src", "packages/standard/src"];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(root, folder, name)),
  );
  const own = [...files, join(root, "apps/web/vite.config.ts"), join(root, "package-lock.json")];
  return own.every((path) => (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < built);
}

/** Makes Riverton's release, and those of real departments where their files are, ready for the site. */
export function makeReleases(folder: string): string {
  const releases = join(folder, "riverton", "releases");
  evenhand("demo", "--out", join(folder, "riverton"));
  if (hasRealFiles) for (const place of realPlaces) makeRealPlace(place, releases);
  evenhand("prepare", releases);
  return releases;
}

function makeRealPlace({ id, agency, files, beside, events }: RealPlace, releases: string): void {
  const data = join(shared, "data");
  evenhand("ingest", ...files.map((file) => join(data, file)), "--agency", agency, "--out", releases);
  const own = join(releases, id);
  mkdirSync(own, { recursive: true });
  const settings = {
    ...Object.fromEntries(
      Object.entries(beside).map(([name, value]) => [name, value.replace(/^data:/, `${relative(own, data)}/`)]),
    ),
    ...(events === undefined ? {} : { events: [relative(own, join(root, "packages/toolkit/events", events))] }),
  };
  writeFileSync(join(own, "place.json"), JSON.stringify(settings));
}

export type ServedSite = {
  readonly address: string;
  readonly releases: string;
  /** What the process has logged so far. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
};

/** Serves a folder of prepared releases by the built site on a free port. */
export async function serveSite(releases: string): Promise<ServedSite> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child: ChildProcess = spawn(process.execPath, [join(root, "apps/web/build/index.js")], {
    env: {
      ...process.env,
      EVENHAND_RELEASES: releases,
      EVENHAND_ORIGIN: address,
      EVENHAND_RATE: "0",
      HOST: "127.0.0.1",
      PORT: String(port),
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let log = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    log += chunk.toString("utf8");
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(`${address}/ready`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    await wait(100);
  }
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return { address, releases, log: () => log, stop };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const found = server.address();
      server.close(() => resolve(typeof found === "object" && found !== null ? found.port : 0));
    });
  });
}

/** The answers that the site shows of a place. */
export function readAnswers(releases: string, place: string): unknown {
  const summary = JSON.parse(readFileSync(join(releases, place, "answers", "summary.json"), "utf8"));
  return JSON.parse(readFileSync(join(releases, place, "answers", `${summary.release}.json`), "utf8"));
}
