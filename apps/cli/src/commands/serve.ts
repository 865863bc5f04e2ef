import { CliError } from "../cli-error.ts";
import type { Command } from "../command.ts";
import { preparePlaces } from "../site/prepare-places.ts";
import { startSite } from "../site/start-site.ts";
import type { Terminal } from "../terminal.ts";
import type { Say } from "../words/words.ts";

export const serve: Command = {
  name: "serve",
  options: ["port", "host"],
  run: async (given, terminal, say) => {
    const releases = given.files[0] ?? "releases";
    const port = readPort(given.option("port") ?? "4321", say);
    await preparePlaces(releases, terminal, say);
    await serveFolder(releases, { terminal, say, port, host: given.option("host") ?? "127.0.0.1", json: given.json });
  },
};

/** Serves a folder whose places have been prepared, until the user stops the program. */
export async function serveFolder(
  releases: string,
  options: {
    readonly terminal: Terminal;
    readonly say: Say;
    readonly port: number;
    readonly host: string;
    readonly json: boolean;
  },
): Promise<void> {
  const { terminal, say, port, host, json } = options;
  const site = await startSite({ releases, host, port, say });
  terminal.out(
    json ? `${JSON.stringify({ address: site.address })}\n` : `${say("site-serves", { address: site.address })}\n`,
  );
  const stop = () => void site.stop();
  terminal.signal.addEventListener("abort", stop, { once: true });
  const code = await site.ended;
  terminal.signal.removeEventListener("abort", stop);
  if (!terminal.signal.aborted && code !== 0) throw new Error(`the process of the site ended with ${code}`);
}

/** @throws CliError when it is no port */
export function readPort(text: string, say: Say): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new CliError(say("wrong-port", { given: text }));
}
