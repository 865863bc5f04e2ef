import { codeTitle, elementIds } from "@evenhand/standard";
import { gapReport } from "@evenhand/toolkit/analysis/gap/gap-report";
import type { Ingested } from "@evenhand/toolkit/ingest/ingest-files";
import { openRelease } from "@evenhand/toolkit/release/read-release";
import type { Arguments } from "../arguments.ts";
import type { Command } from "../command.ts";
import { ingestInput } from "../ingest-input.ts";
import { groupIssues } from "../issue-groups.ts";
import { withTemporaryFolder } from "../temporary-release.ts";
import type { Say } from "../words/words.ts";
import { writeOutput } from "../write-output.ts";

type Checked = Awaited<ReturnType<typeof describe>>;

async function describe(ingested: Ingested) {
  const open = await openRelease(ingested.folder);
  try {
    const gap = await gapReport(open.release, open.cells);
    const mapped = (name: string) => ingested.mapping.tables.find(({ tables }) => tables.includes(name));
    return {
      files: ingested.tables.map((table) => ({
        name: table.name,
        sha256: ingested.release.snapshots.find(({ name }) => name === table.file)?.sha256 ?? null,
        rows: table.rows,
        columns: table.columns.length,
        grain: mapped(table.name)?.grain ?? null,
        keys: mapped(table.name)?.keys ?? {},
      })),
      mapping: ingested.mapping.tables.flatMap((table) =>
        table.columns.map((column) => ({
          source: column.columns.join(", "),
          tables: table.tables,
          field: column.read === "ignore" ? "ignore" : column.field,
          confidence: column.confidence,
          reason: column.reason,
          values: column.values ?? {},
        })),
      ),
      elements: elementIds.map((id) => {
        const state = gap.elements.find((element) => element.id === id);
        return {
          id,
          status: state?.status ?? "not_collected",
          usable: state?.usable ?? 0,
          total: state?.total ?? 0,
          unit: state?.unit ?? null,
          missing: Object.fromEntries((state?.missing ?? []).map(({ reason, count }) => [reason, count])),
        };
      }),
      units: ingested.release.scope.units,
      lines: ingested.release.lines,
      issues: groupIssues(ingested.issues),
    };
  } finally {
    await open.close();
  }
}

function describeInWords(checked: Checked, given: Arguments, say: Say): string {
  const percent = new Intl.NumberFormat(given.language, { style: "percent", maximumFractionDigits: 0 });
  const isRead = ({ field }: { field: string }) => field !== "ignore";
  const ignored = checked.mapping.filter((entry) => !isRead(entry));
  const lines = [
    `${say("files")}:`,
    ...checked.files.map(({ name, rows, columns, grain }) => {
      const label = say(`grain-${grain ?? "none"}` as "grain-none");
      return `  ${name}: ${grain ? say("rows-read", { rows, columns, grain: label }) : label}`;
    }),
    "",
    `${say("mapping")}:`,
    ...checked.mapping
      .filter(isRead)
      .map(
        ({ source, field, confidence, reason }) =>
          `  ${source} → ${field} (${percent.format(confidence)} ${say("sure")}): ${reason}`,
      ),
    ...(ignored.length > 0 ? [`  ${say("unread")}: ${ignored.map(({ source }) => source).join(", ")}`] : []),
    "",
    `${say("elements")}:`,
    ...checked.elements.map(({ id, status, usable, total }) => {
      const share =
        total === 0 ? "" : `, ${say("usable", { share: percent.format(usable / total), count: usable, total })}`;
      return `  ${codeTitle("element", id, given.language)}: ${say(status)}${status === "not_collected" ? "" : share}`;
    }),
    "",
    `${say("issues")}:`,
    ...(checked.issues.length === 0 ? [`  ${say("no-issues")}`] : []),
    ...checked.issues.slice(0, 12).map(({ code, count, example }) => `  ${code} (${count}): ${example}`),
    ...(checked.issues.length > 12 ? [`  ${say("more-issues", { count: checked.issues.length - 12 })}`] : []),
  ];
  return `${lines.join("\n")}\n`;
}

export const check: Command = {
  name: "check",
  options: ["agency", "mapping", "save-mapping"],
  run: (given, terminal, say) =>
    withTemporaryFolder(async (folder) => {
      const ingested = await ingestInput(given, terminal, say, { out: folder, needsAgency: false });
      const checked = await describe(ingested);
      const path = given.option("save-mapping");
      if (path !== undefined) await writeOutput(path, `${JSON.stringify(ingested.mapping, null, 2)}\n`);
      terminal.out(given.json ? `${JSON.stringify(checked, null, 2)}\n` : describeInWords(checked, given, say));
      if (path !== undefined) terminal.note(`${say("saved-mapping", { path })}\n`);
    }),
};
