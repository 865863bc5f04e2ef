import type { Issue, PolicyEvent } from "@evenhand/standard";
import type { ContextBeside } from "@evenhand/toolkit/analysis/answer-all";
import { canonicalFootprint } from "@evenhand/toolkit/analysis/footprint/canonical-footprint";
import { knownFootprint, signFields } from "@evenhand/toolkit/analysis/footprint/footprint-list";
import { joinEvents } from "@evenhand/toolkit/ingest/events/join-events";
import { readEvents } from "@evenhand/toolkit/ingest/events/read-events";
import { readFootprint } from "@evenhand/toolkit/ingest/footprint/read-footprint";
import { readResponders } from "@evenhand/toolkit/ingest/footprint/read-responders";
import type { Arguments } from "./arguments.ts";
import { smallText } from "./small-text.ts";
import type { Say } from "./words/words.ts";

/** Text options about the situations that force began in. */
export const footprintOptions = ["footprint", "responders"] as const;

/** The option that names events; may be given several times. */
export const eventLists = ["events"] as const;

/** What stands beside the records in time and kind, and what was doubtful in the files. */
export type ChangeInput = {
  readonly beside: Pick<ContextBeside, "events" | "footprint" | "responders">;
  readonly issues: readonly Issue[];
};

/**
 * Reads the files that `--events`, `--footprint` and `--responders` name, before any other work.
 *
 * @throws CliError or InputError when one of them cannot be used
 */
export async function changeInput(given: Arguments, say: Say): Promise<ChangeInput> {
  const { events, issues } = await eventsInput(given.list("events"), say);
  const footprintPath = given.option("footprint");
  const footprint = footprintPath === undefined ? undefined : await footprintInput(footprintPath, say, given.language);
  const classes = (footprint?.list ?? knownFootprint).classes.map(({ id }) => id);
  const respondersPath = given.option("responders");
  const file = respondersPath === undefined ? undefined : await smallText(respondersPath, say);
  const results = file === undefined ? undefined : readResponders(file.text, { name: file.name, classes });
  return {
    beside: {
      ...(given.list("events").length === 0 ? {} : { events }),
      ...(footprint === undefined ? {} : { footprint: footprint.list }),
      ...(results === undefined ? {} : { responders: results.responders }),
    },
    issues: [...issues, ...(footprint?.issues ?? []), ...(results?.issues ?? [])],
  };
}

/** Events of several files together. */
export async function eventsInput(
  paths: readonly string[],
  say: Say,
): Promise<{ readonly events: readonly PolicyEvent[]; readonly issues: readonly Issue[] }> {
  const read = [];
  for (const path of paths) {
    const { name, text } = await smallText(path, say);
    read.push(readEvents(text, { name }));
  }
  return joinEvents(read);
}

async function footprintInput(path: string, say: Say, language: Arguments["language"]) {
  const { name, text } = await smallText(path, say);
  return readFootprint(text, {
    name,
    known: knownFootprint,
    fields: signFields,
    hash: (classes) => canonicalFootprint(classes).hash,
    language,
  });
}

/** Which list of situations was used, for `--json`. */
export function footprintJson({ footprint = knownFootprint }: ChangeInput["beside"]) {
  const { hash, isOwn, changes } = footprint;
  return { hash, isOwn, changes };
}

/** The same for events and all doubts. */
export function changeJson({ beside, issues }: ChangeInput) {
  return {
    events: beside.events ?? [],
    footprint: footprintJson(beside),
    ...(beside.responders === undefined ? {} : { responders: beside.responders }),
    changeIssues: issues,
  };
}

const issuesShown = 8;

/** What a person should know of the files: a changed list of situations, then what was doubtful. */
export function changeLines({ beside, issues }: ChangeInput, say: Say): readonly string[] {
  const { events, footprint } = beside;
  const lines = [
    ...(events === undefined ? [] : [say("events-read", { count: events.length })]),
    ...(footprint === undefined ? [] : footprintLines(footprint, say)),
    ...doubtLines(issues, say),
  ];
  return lines.length === 0 ? [] : ["", ...lines];
}

/** How a reader's list of situations differs from the one that comes with the program. */
export function footprintLines(
  { isOwn, hash, changes }: NonNullable<ContextBeside["footprint"]>,
  say: Say,
): readonly string[] {
  if (!isOwn) return [say("footprint-same", { hash })];
  return [say("footprint-own", { hash, count: changes.length }), ...changes.map((change) => `  ${change}`)];
}

/** Issues that a person should read; notes are left to `--json`. */
export function doubtLines(issues: readonly Issue[], say: Say): readonly string[] {
  const doubts = issues.filter(({ severity }) => severity !== "note");
  return [
    ...doubts
      .slice(0, issuesShown)
      .map(({ file, message }) => `  ! ${file === undefined ? "" : `${file}: `}${message}`),
    ...(doubts.length > issuesShown ? [`  ${say("more-doubts", { count: doubts.length - issuesShown })}`] : []),
  ];
}
