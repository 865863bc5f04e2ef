import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import list from "./agencies.json" with { type: "json" };

/** Runs check, ingest and report on every real agency's files and prints a table: `npm run bench:agencies -- --out FOLDER`. */
const { values } = parseArgs({
  options: { data: { type: "string" }, out: { type: "string", default: "out/agencies" }, only: { type: "string" } },
});
const data = values.data ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));
const main = fileURLToPath(new URL("../../apps/cli/src/main.ts", import.meta.url));

if (!existsSync(data)) {
  console.error(`No reference data at ${data}. Name the folder with --data.`);
  process.exit(1);
}

type Ingested = {
  readonly release: string;
  readonly counts: Readonly<Record<string, number | null>>;
  readonly lines: { readonly in: number; readonly accepted: number; readonly rejected: number };
  readonly issues: readonly { readonly code: string; readonly count: number; readonly kinds: number }[];
};
type Checked = { readonly elements: readonly { readonly id: string; readonly status: string }[] };

const json = <Result>(...words: readonly string[]): Result =>
  JSON.parse(
    execFileSync(process.execPath, [main, ...words, "--json"], {
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "pipe"],
    }).toString(),
  ) as Result;

console.log(
  "| agency | rows | incidents | people | reports | force | collected / partly / not | unmapped (kinds, rows) | seconds |",
);
console.log("|---|--:|--:|--:|--:|--:|---|--:|--:|");
for (const { agency, files } of list.releases) {
  if (values.only && !agency.includes(values.only)) continue;
  const paths = files.map((file) => join(data, file));
  const started = performance.now();
  try {
    const ingested = json<Ingested>("ingest", ...paths, "--agency", agency, "--out", values.out);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const checked = json<Checked>("check", ...paths, "--agency", agency);
    json("report", ingested.release, "--out", join(values.out, `${agency.replaceAll(/[^A-Za-z0-9]+/g, "-")}.html`));
    const status = (name: string) => checked.elements.filter((element) => element.status === name).length;
    const unmapped = ingested.issues.find(({ code }) => code === "unmapped-value");
    const count = (name: string) => ingested.counts[name]?.toLocaleString("en") ?? "–";
    console.log(
      `| ${agency} | ${ingested.lines.in.toLocaleString("en")} | ${count("incidents")} | ${count("persons")} | ${count("reports")} | ${count("force")} | ` +
        `${status("collected")} / ${status("partly")} / ${status("not_collected")} | ${unmapped?.kinds ?? 0}, ${unmapped?.count ?? 0} | ${seconds} |`,
    );
  } catch (error) {
    const failure = error as { stderr?: Buffer; message: string };
    console.log(
      `| ${agency} | FAILED: ${(failure.stderr?.toString() ?? failure.message).trim().split("\n").slice(-3).join(" ").slice(0, 300)} |`,
    );
  }
}
