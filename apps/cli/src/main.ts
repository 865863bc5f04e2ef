import { run } from "./run.ts";

const stop = new AbortController();
process.once("SIGINT", () => stop.abort());
process.once("SIGTERM", () => stop.abort());

/** A reader that closes early (`| head`) is no fault. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  note: (text) => process.stderr.write(text),
  isScreen: process.stderr.isTTY === true,
  today: new Date().toISOString().slice(0, 10),
  now: () => new Date().toISOString(),
  signal: stop.signal,
});
