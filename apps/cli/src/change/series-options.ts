import type { Arguments } from "../arguments.ts";
import { CliError } from "../cli-error.ts";
import type { Say } from "../words/words.ts";

/** Text options that only a series of counts has. */
export const seriesOptionNames = ["date", "count", "exposure", "month", "time", "seasons", "phase-in", "lag"] as const;

/** Its flags. */
export const seriesFlags = ["slope"] as const;

/** How a series is to be tested; fixed before it is looked at. */
export type SeriesChoices = {
  readonly seasons?: number | "months";
  readonly slope: boolean;
  readonly phaseIn?: number;
  readonly lag?: number;
};

/** Whether an option says that the file is a series of counts. */
export const namesSeries = (given: Arguments): boolean =>
  seriesOptionNames.some((name) => given.option(name) !== undefined) || seriesFlags.some((name) => given.flag(name));

/** @throws CliError for a number that cannot be */
export function seriesChoices(given: Arguments, say: Say): SeriesChoices {
  const [phaseIn, lag] = [wholeOption(given, "phase-in", say), wholeOption(given, "lag", say)];
  const seasons = given.option("seasons");
  const isMonths = seasons !== undefined && ["months", "meses"].includes(seasons.trim().toLowerCase());
  if (seasons !== undefined && !isMonths && !/^[0-5]$/u.test(seasons.trim()))
    throw new CliError(say("wrong-seasons", { given: seasons }));
  return {
    ...(seasons === undefined ? {} : { seasons: isMonths ? "months" : Number(seasons) }),
    slope: given.flag("slope"),
    ...(phaseIn === undefined ? {} : { phaseIn }),
    ...(lag === undefined ? {} : { lag }),
  };
}

function wholeOption(given: Arguments, name: "phase-in" | "lag", say: Say): number | undefined {
  const text = given.option(name);
  if (text === undefined) return undefined;
  if (/^\d{1,3}$/u.test(text.trim())) return Number(text);
  throw new CliError(say("wrong-periods", { name, given: text }));
}
