import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { CliError } from "../cli-error.ts";
import type { Say } from "../words/words.ts";

/** The built site. */
const build = fileURLToPath(new URL("../../../web/build/index.js", import.meta.url));

export type RunningSite = {
  /** Such as `http://127.0.0.1:4000`. */
  readonly address: string;
  /** Resolves with the exit code when the process has ended. */
  readonly ended: Promise<number>;
  readonly stop: () => Promise<void>;
};

export type SiteOptions = {
  readonly releases: string;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Pages leave out what needs a server. */
  readonly isStatic?: boolean;
  /** Nothing is logged; otherwise a line a request goes to standard error. */
  readonly isQuiet?: boolean;
  /** Address under which the public reaches the site, when it is another. */
  readonly origin?: string;
  readonly say: Say;
};

/** Longest wait for the first answer, in milliseconds. */
const patience = 30_000;

/**
 * Starts the site in a process of its own and waits until it answers.
 *
 * @throws CliError when the site has not been built, the port is taken, or it does not answer
 */
export async function startSite(options: SiteOptions): Promise<RunningSite> {
  const { releases, host, say } = options;
  if (!existsSync(build)) throw new CliError(say("site-not-built"));
  const port = await freePort(options);
  const address = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  const child = spawn(process.execPath, [build], {
    env: {
      ...process.env,
      EVENHAND_RELEASES: releases,
      HOST: host,
      PORT: String(port),
      EVENHAND_ORIGIN: options.origin ?? process.env.EVENHAND_ORIGIN ?? address,
      ...(options.isStatic ? { EVENHAND_STATIC: "1", EVENHAND_RATE: "0" } : {}),
    },
    stdio: ["ignore", "ignore", options.isQuiet ? "ignore" : "inherit"],
  });
  const ended = new Promise<number>((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  try {
    await untilReady(address, ended);
  } catch (cause) {
    await stop();
    throw new CliError(say("site-does-not-answer", { address }), { cause });
  }
  return { address, ended, stop };
}

async function untilReady(address: string, ended: Promise<number>): Promise<void> {
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  for (const start = performance.now(); performance.now() - start < patience; await wait(100)) {
    if (isOver) throw new Error("the process of the site has ended");
    const isReady = await fetch(`${address}/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
  }
  throw new Error(`no answer in ${patience / 1000} seconds`);
}

/** The port asked for when it is free, or any free one for 0. */
function freePort({ host, port, say }: SiteOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (cause: NodeJS.ErrnoException) =>
      reject(cause.code === "EADDRINUSE" ? new CliError(say("port-taken", { port }), { cause }) : cause),
    );
    server.listen(port, host, () => {
      const found = server.address();
      server.close(() => resolve(typeof found === "object" && found !== null ? found.port : port));
    });
  });
}
