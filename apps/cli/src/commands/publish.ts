import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { CliError } from "../cli-error.ts";
import type { Command } from "../command.ts";
import { showProgress } from "../progress.ts";
import { preparePlaces } from "../site/prepare-places.ts";
import { publishSite } from "../site/publish-site.ts";
import { startSite } from "../site/start-site.ts";

export const publish: Command = {
  name: "publish",
  options: ["out", "origin"],
  run: async (given, terminal, say) => {
    const releases = given.files[0] ?? "releases";
    const out = given.option("out") ?? "site";
    const origin = readOrigin(given.option("origin")) ?? "http://127.0.0.1";
    const present: readonly string[] = await readdir(out).catch(() => []);
    if (present.length > 0 && !present.includes("evenhand-files.json"))
      throw new CliError(say("publish-not-empty", { path: out }));
    await preparePlaces(releases, terminal, say);
    const site = await startSite({
      releases,
      host: "127.0.0.1",
      port: 0,
      isStatic: true,
      isQuiet: true,
      origin,
      say,
    });
    const progress = showProgress(terminal);
    try {
      const published = await publishSite(site.address, {
        out,
        origin,
        say,
        signal: terminal.signal,
        onFile: (done, known) => progress.step(say("step-publishing"), done / known),
      });
      progress.end();
      const result = { out, first: join(out, "index.html"), ...published };
      if (given.option("origin") === undefined) terminal.note(`${say("publish-without-origin", { origin })}\n`);
      terminal.out(given.json ? `${JSON.stringify(result, null, 2)}\n` : `${say("site-published", result)}\n`);
    } finally {
      progress.end();
      await site.stop();
    }

    function readOrigin(text: string | undefined): string | undefined {
      if (text === undefined) return undefined;
      const url = URL.parse(text);
      if (url === null || !["http:", "https:"].includes(url.protocol) || url.pathname !== "/")
        throw new CliError(say("wrong-origin", { given: text }));
      return url.origin;
    }
  },
};
