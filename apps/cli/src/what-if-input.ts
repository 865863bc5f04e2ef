import type { Interval } from "@evenhand/standard";
import { knownFootprint } from "@evenhand/toolkit/analysis/footprint/footprint-list";
import type { Arguments } from "./arguments.ts";
import type { ChangeInput } from "./change-input.ts";
import { CliError } from "./cli-error.ts";
import type { Say } from "./words/words.ts";

/** What a person supposes; shares are 0–1. */
export type Supposed = {
  readonly class: string;
  readonly share: number;
  readonly shareRange?: Interval;
  readonly relativeRisk: number;
  readonly backup: number;
};

/**
 * Reads what `--class`, `--share` and the like suppose.
 *
 * @throws CliError that lists the classes, or says how a share is written
 */
export function supposedOf(given: Arguments, { beside }: ChangeInput, say: Say): Supposed {
  const { classes } = beside.footprint ?? knownFootprint;
  const list = classes.map(({ id, title }) => `  ${id}: ${title[given.language]}`).join("\n");
  const id = given.option("class");
  if (id === undefined) throw new CliError(say("what-if-needs-class", { classes: list }));
  if (!classes.some((one) => one.id === id))
    throw new CliError(say("what-if-unknown-class", { class: id, classes: list }));
  const share = shareOf(given, "share", say);
  if (share === undefined) throw new CliError(say("what-if-needs-share"));
  const [low, high] = [shareOf(given, "share-low", say), shareOf(given, "share-high", say)];
  if ((low === undefined) !== (high === undefined)) throw new CliError(say("what-if-half-range"));
  const isAround = low === undefined || high === undefined || (low <= share && share <= high);
  if (!isAround) throw new CliError(say("what-if-range-elsewhere"));
  return {
    class: id,
    share,
    ...(low === undefined || high === undefined ? {} : { shareRange: { low, high } }),
    relativeRisk: shareOf(given, "relative-risk", say) ?? 1,
    backup: shareOf(given, "backup", say) ?? 0,
  };
}

/** `0.3` or `30%`, as 0–1. */
function shareOf(given: Arguments, name: string, say: Say): number | undefined {
  const text = given.option(name);
  if (text === undefined) return undefined;
  const [, number = "", percent] = /^\s*(\d+(?:[.,]\d+)?|\.\d+)\s*(%?)\s*$/u.exec(text) ?? [];
  const value = number === "" ? Number.NaN : Number(number.replace(",", ".")) / (percent === "%" ? 100 : 1);
  if (value >= 0 && value <= 1) return value;
  throw new CliError(say("wrong-share", { name, given: text }));
}
