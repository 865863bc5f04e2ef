import type { Issue } from "@evenhand/standard";
import type { Words } from "../words/words.ts";
import { dataTable, numberCell, textCell } from "./data-table.ts";
import { type Html, html } from "./html.ts";

const severities: readonly Issue["severity"][] = ["error", "warning", "note"];

/** Issues of one kind: how often, where, and the first as an example. */
type IssueGroup = { readonly first: Issue; readonly count: number; readonly more: number };

function groups(issues: readonly Issue[]): readonly IssueGroup[] {
  const byKind = Map.groupBy(issues, ({ code, severity }) => `${severity} ${code}`);
  return [...byKind.values()]
    .flatMap((same): IssueGroup[] => {
      const [first] = same.toSorted((a, b) => b.count - a.count);
      return first === undefined
        ? []
        : [{ first, count: same.reduce((sum, { count }) => sum + count, 0), more: same.length - 1 }];
    })
    .toSorted(
      (a, b) => severities.indexOf(a.first.severity) - severities.indexOf(b.first.severity) || b.count - a.count,
    );
}

function where({ file, column }: Issue, words: Words): string {
  if (file === undefined) return column ?? "";
  return column === undefined
    ? words.say("page.issues.file", { file })
    : words.say("page.issues.column", { file, column });
}

/** Issues found in the files, one line a kind; says so when there are none, and when the list was not given. */
export function issuesSection(issues: readonly Issue[] | undefined, words: Words): Html {
  const caption = words.say("page.issues.caption");
  const body =
    issues === undefined || issues.length === 0
      ? html`<p>${words.say(issues === undefined ? "page.issues.unknown" : "page.issues.none")}</p>`
      : html`<p>${words.say("page.issues.intro")}</p>${dataTable({
          caption,
          label: words.say("page.scroll", { caption }),
          head: [
            textCell(words.say("page.issues.kind")),
            numberCell(words.say("page.issues.count")),
            textCell(words.say("page.issues.where")),
            textCell(words.say("page.issues.example")),
            textCell(words.say("page.issues.message")),
          ],
          rows: groups(issues).map(({ first, count, more }) => [
            textCell(
              html`<strong>${words.say(`page.severity.${first.severity}`)}</strong> ${
                words.has(`issue.${first.code}`) ? words.say(`issue.${first.code}`) : first.code.replaceAll("-", " ")
              }`,
            ),
            numberCell(words.number(count)),
            textCell(
              html`${where(first, words)}${more > 0 ? html`, ${words.say("page.issues.more", { n: more })}` : undefined}`,
            ),
            textCell(first.value ?? ""),
            textCell(html`<span lang="en">${first.message}</span>`),
          ]),
        })}`;
  return html`<section aria-labelledby="issues"><h2 id="issues">${words.say("page.issues")}</h2>${body}</section>`;
}
