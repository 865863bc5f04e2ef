import { type Finding, type FindingRow, findCode, isCodeListId } from "@evenhand/standard";
import type { Words } from "./words.ts";

const month = /^\d{4}-\d{2}$/;

function codeText(list: unknown, key: string, words: Words): string | undefined {
  if (typeof list !== "string" || !isCodeListId(list)) return undefined;
  const code = findCode(list, key);
  return words.language === "es" ? code?.titleEs : code?.title;
}

/**
 * What a reader sees for a key of a finding's rows: the title of its code, the month in words, or the value as the
 * agency published it.
 */
export function keyTitle(key: string, finding: Finding, words: Words): string {
  const title = codeText(finding.dimension?.codeList, key, words);
  if (title !== undefined) return title;
  if (words.has(`measure.key.${key}`)) return words.say(`measure.key.${key}`);
  if (month.test(key)) return words.month(key);
  return key;
}

const missingKey = /^missing:(\w+)$/;

/**
 * Title of the second key of a row: a code of the finding's list when the first key is a year, a stage of force, or
 * `missing:<reason>`.
 */
export function secondKeyTitle(key: string, finding: Finding, words: Words): string {
  const reason = missingKey.exec(key)?.[1];
  if (reason !== undefined) return words.say("page.table.missing", { reason: words.say(`say.reason.${reason}`) });
  const lists = [finding.dimension?.codeList, "force_stage"];
  return lists.map((list) => codeText(list, key, words)).find((title) => title !== undefined) ?? key;
}

/** Title of a row by all its keys: "Firearms: pointed at a person". */
export function rowTitle(row: FindingRow, finding: Finding, words: Words): string {
  const title = keyTitle(row.key, finding, words);
  return row.key2 === undefined ? title : `${title}: ${secondKeyTitle(row.key2, finding, words)}`;
}

const perBenchmark = /^(race|ratio|unmeasured|stop-bias)-per-([a-z_]+?)(?:-\d+)?$/;

/**
 * Words of a measure made per benchmark: `race-per-stops-2` is the second of the kind `stops`. A measure written with
 * underscores has the words of the same with hyphens.
 */
function measureWords(part: string, { measure }: Finding, words: Words): string | undefined {
  const [, made, kind] = perBenchmark.exec(measure) ?? [];
  const key = made === undefined ? `measure.${measure.replaceAll("_", "-")}.${part}` : `measure.${made}-per.${part}`;
  const per = kind !== undefined && words.has(`disparity.per.${kind}`) ? words.say(`disparity.per.${kind}`) : kind;
  return words.has(key) ? words.say(key, per === undefined ? {} : { per }) : undefined;
}

/** A word of the measure: its `title`, the `field` it counts, or `what` it asks. A measure without words is named as it is. */
export function measureText(part: "title" | "field" | "what", finding: Finding, words: Words): string {
  const own = measureWords(part, finding, words);
  if (own !== undefined) return own;
  return words.say(`measure.default.${part}`, { measure: finding.measure.replaceAll("-", " ") });
}

/** The text with its first letter large. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
