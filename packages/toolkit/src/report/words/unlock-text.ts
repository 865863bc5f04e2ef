import type { Finding } from "@evenhand/standard";
import type { Words } from "./words.ts";

/**
 * What would answer a finding that cannot be said yet: by its reason where the reason tells, else what its element asks
 * of the records.
 */
export function unlockText(finding: Finding, words: Words): string {
  const byReason = `unlock.${finding.reason ?? ""}`;
  if (words.has(byReason)) return words.say(byReason);
  const byElement = `gap.unlock.${finding.element ?? "default"}`;
  return words.say(words.has(byElement) ? byElement : "gap.unlock.default");
}
