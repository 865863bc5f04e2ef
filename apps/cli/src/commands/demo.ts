import { join } from "node:path";
import { readBenchmarks } from "@evenhand/toolkit/ingest/benchmark/read-benchmark";
import { ingestFiles } from "@evenhand/toolkit/ingest/ingest-files";
import { openRelease } from "@evenhand/toolkit/release/read-release";
import { readBoundaries } from "@evenhand/toolkit/report/charts/boundaries";
import { generateRiverton, rivertonAgency } from "@evenhand/toolkit/sample/riverton";
import { readAgency } from "../agency.ts";
import type { Command } from "../command.ts";
import { benchmarkHead } from "../comparison-input.ts";
import { sayStep } from "../ingest-step.ts";
import { showProgress } from "../progress.ts";
import { writeOutput } from "../write-output.ts";
import { writeReport } from "./report.ts";

export const demo: Command = {
  name: "demo",
  options: ["out"],
  run: async (given, terminal, say) => {
    const folder = given.option("out") ?? join("out", "riverton");
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

    const map = files.find(({ kind }) => kind === "boundaries");
    const population = files.filter(({ kind }) => kind === "population");
    const { benchmarks } = await readBenchmarks(
      population.map(({ name }) => ({ path: join(folder, "files", name), kind: "population" as const })),
      { signal: terminal.signal },
    );
    const out = join(folder, "report.html");
    const open = await openRelease(release);
    try {
      const { findings, sentences } = await writeReport(open, terminal, say, {
        out,
        language: given.language,
        ...(map ? { boundaries: readBoundaries(JSON.parse(map.text)) } : {}),
        beside: { benchmarks },
        isFictional: true,
      });
      if (given.json) {
        terminal.out(
          `${JSON.stringify({ report: out, release, hash: open.release.hash, sentences, findings: findings.length, benchmarks: benchmarks.map(benchmarkHead) }, null, 2)}\n`,
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
  },
};
