import { dirname } from "node:path";
import type { Release, Unit } from "@evenhand/standard";
import type { Command } from "../command.ts";
import { ingestInput } from "../ingest-input.ts";
import { groupIssues } from "../issue-groups.ts";

/** What was counted; null where the files cannot tell. */
export function releaseCounts(release: Release): Readonly<Record<string, number | null>> {
  const unit = (name: Unit) => release.scope.units.find((candidate) => candidate.unit === name)?.count ?? null;
  const keyed = release.scope.fields.some(({ field }) => field.startsWith("officer_involvement."));
  return {
    incidents: unit("incidents"),
    persons: unit("people"),
    officers: keyed ? (release.tables.officers ?? null) : null,
    reports: unit("reports"),
    force: unit("force"),
  };
}

export const ingest: Command = {
  name: "ingest",
  options: ["agency", "mapping", "out"],
  run: async (given, terminal, say) => {
    const { folder, release, issues } = await ingestInput(given, terminal, say, {
      out: given.option("out") ?? "releases",
      needsAgency: true,
    });
    const counts = releaseCounts(release);
    const groups = groupIssues(issues);
    if (given.json) {
      const result = {
        release: folder,
        hash: release.hash,
        counts,
        lines: release.lines,
        units: release.scope.units,
        issues: groups,
      };
      terminal.out(`${JSON.stringify(result, null, 2)}\n`);
      return;
    }
    const lines = [
      say("release-made", { folder }),
      say("lines", { in: release.lines.in, accepted: release.lines.accepted, rejected: release.lines.rejected }),
      "",
      `${say("counts")}:`,
      ...Object.entries(counts).map(([name, count]) => {
        const label = say(name as "incidents" | "persons" | "officers" | "reports" | "force");
        return `  ${label}: ${count === null ? say("cannot-count") : new Intl.NumberFormat(given.language).format(count)}`;
      }),
      "",
      `${say("issues")}:`,
      ...(groups.length === 0 ? [`  ${say("no-issues")}`] : []),
      ...groups.slice(0, 8).map(({ code, count, example }) => `  ${code} (${count}): ${example}`),
      ...(groups.length > 8 ? [`  ${say("more-issues", { count: groups.length - 8 })}`] : []),
      "",
      say("ingest-next", { folder, releases: dirname(dirname(folder)) }),
    ];
    terminal.out(`${lines.join("\n")}\n`);
  },
};
