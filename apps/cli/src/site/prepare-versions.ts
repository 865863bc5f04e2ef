import type { Language } from "@evenhand/standard";
import { auditDocuments } from "@evenhand/toolkit/policy/audit/audit-documents";
import type { Rubric } from "@evenhand/toolkit/policy/rules/rule";
import { compareBundles } from "@evenhand/toolkit/policy/versions/compare-bundles";
import { provisionChanges } from "@evenhand/toolkit/policy/versions/provision-changes";
import type { VersionsPage } from "@evenhand/toolkit/report/policy-versions/versions-page";
import type { Arguments } from "../arguments.ts";
import { readPolicies } from "../policy-input.ts";
import { showProgress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import { type ComparedVersions, versionsPage } from "../versions-page.ts";
import type { Say } from "../words/words.ts";
import type { NamedVersions } from "./named-versions.ts";

/** The documents of two versions. */
export type ReadVersions = Pick<ComparedVersions, "before" | "after">;

/**
 * Reads the documents of each pair of versions.
 *
 * @throws CliError when a version has no document that can be read
 */
export async function readVersionPairs(
  pairs: readonly NamedVersions[],
  { given, terminal, say }: { readonly given: Arguments; readonly terminal: Terminal; readonly say: Say },
): Promise<readonly ReadVersions[]> {
  const progress = showProgress(terminal);
  const read = async (files: readonly string[], date: string | undefined): Promise<ReadVersions["before"]> => ({
    ...(await readPolicies({ ...given, files }, { terminal, progress, say })),
    path: files[0] ?? "",
    isFolder: files.length > 1,
    ...(date === undefined ? {} : { date }),
  });
  const done: ReadVersions[] = [];
  for (const pair of pairs)
    done.push({ before: await read(pair.old, pair.oldDate), after: await read(pair.new, pair.newDate) });
  progress.end();
  return done;
}

/** Each pair compared, as pages in both languages. */
export function prepareVersions(
  pairs: readonly ReadVersions[],
  rubric: Rubric,
  date: string,
): readonly Readonly<Record<Language, VersionsPage>>[] {
  return pairs.map(({ before, after }) => {
    const comparison = compareBundles(before.read, after.read);
    const page = (language: Language) => {
      const [old, now] = [before, after].map(({ read }) => auditDocuments(read, rubric, { language }).provisions);
      const provisions = provisionChanges(old ?? [], now ?? []);
      return versionsPage({ before, after, rubric: rubric.id, comparison, provisions }, { language, date });
    };
    return { en: page("en"), es: page("es") };
  });
}
