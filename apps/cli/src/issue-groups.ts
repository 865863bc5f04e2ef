import type { Issue } from "@evenhand/standard";

/** Issues of one code: how many rows or values, and the example with the most. */
export type IssueGroup = {
  readonly code: string;
  readonly severity: string;
  readonly count: number;
  readonly kinds: number;
  readonly example: string;
};

/** Groups issues by code, the most frequent first. */
export function groupIssues(issues: readonly Issue[]): readonly IssueGroup[] {
  const byCode = Map.groupBy(issues, ({ code }) => code);
  return [...byCode]
    .map(([code, list]) => {
      const largest = list.reduce((a, b) => (b.count > a.count ? b : a));
      const count = list.reduce((sum, issue) => sum + issue.count, 0);
      return { code, severity: largest.severity, count, kinds: list.length, example: largest.message };
    })
    .sort((a, b) => b.count - a.count);
}
