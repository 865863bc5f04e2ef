import { codeTitle, type Finding, fieldById } from "@evenhand/standard";
import { reasonText } from "../words/disparity/reason-text.ts";
import { findingSentence } from "../words/finding-sentence.ts";
import type { Words } from "../words/words.ts";
import type { LinkBeside, RuleBeside } from "./policy-beside.ts";

type Counts = NonNullable<LinkBeside["counts"]>;

/**
 * What the policy says of a thing, what the records hold of it, and what they cannot say, one sentence each. Never that
 * a rule was broken: no record shows that.
 */
export function policySentences(
  link: LinkBeside,
  rule: RuleBeside | undefined,
  findings: readonly Finding[],
  words: Words,
): readonly string[] {
  const { limit, fields, counts, kind, shows } = link;
  return [
    policySentence(link, rule, words),
    ...link.elements.flatMap((element) => elementSentences(element, words)),
    ...(link.role === "duty" && shows === "it" ? measured(link, findings, words) : []),
    ...(counts === undefined ? uncounted(link, words) : countSentences(counts, words)),
    ...fields.map(({ id, hasColumn }) => columnSentence(id, hasColumn, words)),
    ...(kind === "banned-recorded" ? [words.say("policy.exception")] : []),
    ...(limit === undefined ? [] : [limit[words.language]]),
    ...timingSentences(link, words),
  ];
}

/** The meaning of a weaker or contrary answer is said where the sentence before it leaves it open. */
const needsMeaning = ({ role, stance }: LinkBeside): boolean =>
  stance === "says-otherwise" || (stance === "asks-weakly" && role !== "record" && role !== "duty");

function policySentence(link: LinkBeside, rule: RuleBeside | undefined, words: Words): string {
  const { role, stance, item } = link;
  const said = words.say(`policy.${role}.${stance}`, { item: item[words.language] });
  const meaning = needsMeaning(link) ? rule?.meaning : undefined;
  return meaning === undefined ? said : `${said} ${meaning}`;
}

function elementSentences(
  { id, status, usable, asked, unit, reason }: LinkBeside["elements"][number],
  words: Words,
): readonly string[] {
  const key = status === "partly" && usable === 0 ? "partly.none" : status;
  const said = words.say(`policy.element.${key}`, {
    element: codeTitle("element", id, words.language),
    n: usable,
    total: words.say(`say.unit.${unit}`, { n: asked }),
    percent: asked === 0 ? "" : words.percent(usable / asked),
  });
  return [
    said,
    ...(status === "collected" || reason === undefined ? [] : [reasonText(reason, words)]),
    ...(status === "not_collected" ? [words.say("policy.element.left-out")] : []),
  ];
}

/** The finding that counts the act itself, where it can say something. */
function measured({ findings: ids }: LinkBeside, findings: readonly Finding[], words: Words): readonly string[] {
  const finding = findings.find(({ id, shown }) => ids.includes(id) && shown !== "cannot-say");
  return finding === undefined ? [] : [findingSentence(finding, words)];
}

const uncounted = ({ role, kind, shows }: LinkBeside, words: Words): readonly string[] =>
  role === "ban" && shows !== "nothing" && kind === "cannot-tell" ? [words.say("policy.count.none")] : [];

function countSentences({ codes, unit, count, incidents, undecided, scope, years }: Counts, words: Words): string[] {
  const quoted = codes.map((code) =>
    words.say("policy.quoted", { text: codeTitle("force_type", code, words.language) }),
  );
  const records =
    years === undefined
      ? words.say("policy.records.undated")
      : words.say("policy.records.dated", { years: words.span(years) });
  const uses = words.say(`say.unit.${unit}`, { n: count });
  const named = { records, codes: words.list(quoted) };
  const said =
    count === 0
      ? [words.say("policy.count.zero", named), words.say(`policy.scope.${scope}`)]
      : incidents === undefined
        ? [words.say("policy.count", { ...named, uses })]
        : [
            words.say("policy.count.incidents", {
              ...named,
              uses,
              incidents: words.say("say.unit.incidents", { n: incidents }),
            }),
          ];
  const vague = words.say("policy.undecided", { uses: words.say(`say.unit.${unit}`, { n: undecided }) });
  return undecided > 0 ? [...said, vague] : said;
}

function columnSentence(id: string, hasColumn: boolean, words: Words): string {
  const field = fieldById(id);
  const title = words.language === "es" ? field?.titleEs : field?.title;
  return words.say(`policy.column.${hasColumn ? "yes" : "no"}`, { title: title ?? id });
}

/** Dates stand where a clause is beside records of the thing itself; a missing date, where an act is forbidden. */
function timingSentences({ clauses, shows, timing, role }: LinkBeside, words: Words): readonly string[] {
  if (clauses.length === 0 || shows !== "it") return [];
  if (timing === undefined) return role === "ban" ? [words.say("policy.timing.unknown")] : [];
  return [words.say(`policy.timing.${timing.is}`, { date: words.date(timing.date) })];
}
