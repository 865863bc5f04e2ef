import { join, relative } from "node:path";
import { ingestFiles } from "@evenhand/toolkit/ingest/ingest-files";
import { openRelease } from "@evenhand/toolkit/release/read-release";
import { generateRiverton, rivertonAgency, type SampleFile } from "@evenhand/toolkit/sample/riverton";
import { readAgency } from "../agency.ts";
import { boundariesFrom } from "../boundaries-input.ts";
import { changeInput } from "../change-input.ts";
import type { Command } from "../command.ts";
import { benchmarkHead, comparisonInput } from "../comparison-input.ts";
import { sayStep } from "../ingest-step.ts";
import { policyInput } from "../policy-beside.ts";
import { showProgress } from "../progress.ts";
import { placeArguments, placeFile, readPlaceSettings } from "../site/place-settings.ts";
import { preparePlaces } from "../site/prepare-places.ts";
import { writeOutput } from "../write-output.ts";
import { writeReport } from "./report.ts";
import { readPort, serveFolder } from "./serve.ts";

export const demo: Command = {
  name: "demo",
  options: ["out", "port"],
  flags: ["serve"],
  run: async (given, terminal, say) => {
    const folder = given.option("out") ?? join("out", "riverton");
    const port = readPort(given.option("port") ?? "4321", say);
    const { files } = generateRiverton();
    for (const { name, bytes } of files) await writeOutput(join(folder, "files", name), bytes);

    const progress = showProgress(terminal);
    const { folder: release } = await ingestFiles({
      paths: files.filter(({ kind }) => kind === "force").map(({ name }) => join(folder, "files", name)),
      agency: readAgency(rivertonAgency),
      out: join(folder, "releases"),
      today: terminal.today,
      signal: terminal.signal,
      onProgress: sayStep(progress, say),
    });
    progress.end();

    const place = join(release, "..");
    await writeOutput(join(place, placeFile), placeSettings(files, relative(place, folder)));
    const beside = placeArguments(await readPlaceSettings(place, say), given.language);
    const compared = await comparisonInput(beside, terminal, say);
    const followed = await changeInput(beside, say);
    const audited = await policyInput(beside, terminal, say);
    const boundaries = await boundariesFrom(beside.option("areas"));
    const out = join(folder, "report.html");
    const open = await openRelease(release);
    try {
      const { findings, sentences } = await writeReport(open, terminal, say, {
        out,
        language: given.language,
        ...(boundaries === undefined ? {} : { boundaries }),
        beside: { ...compared.beside, ...followed.beside },
        ...(audited === undefined ? {} : { policy: audited }),
        isFictional: true,
      });
      if (given.json) {
        terminal.out(
          `${JSON.stringify({ report: out, release, hash: open.release.hash, sentences, findings: findings.length, benchmarks: (compared.beside.benchmarks ?? []).map(benchmarkHead) }, null, 2)}\n`,
        );
        return;
      }
      const lines = [
        say("demo-intro"),
        say("release-made", { folder: release }),
        say("report-made", { path: out }),
        "",
        say("main-sentences"),
        ...sentences.map((sentence) => `  ${sentence}`),
        "",
        say("next-step"),
      ];
      terminal.out(`${lines.join("\n")}\n`);
    } finally {
      await open.close();
    }
    if (!given.flag("serve")) return;
    const releases = join(folder, "releases");
    await preparePlaces(releases, terminal, say);
    await serveFolder(releases, { terminal, say, port, host: "127.0.0.1", json: false });
  },
};

/** What stands beside Riverton's records on its site, as `place.json` says it. */
function placeSettings(files: readonly SampleFile[], folder: string): string {
  const paths = (wanted: SampleFile["kind"]) =>
    files.filter(({ kind }) => kind === wanted).map(({ name }) => join(folder, "files", name));
  const settings = {
    fictional: true,
    benchmark: paths("population").map((path) => `population=${path}`),
    areas: paths("boundaries")[0],
    events: paths("events"),
    responders: paths("responders")[0],
    policy: paths("policy"),
    versions: [{ old: paths("earlier-policy"), new: paths("policy") }],
    register: paths("register")[0],
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}
