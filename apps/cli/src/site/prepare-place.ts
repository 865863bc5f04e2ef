import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Finding, Language } from "@evenhand/standard";
import { answerQuestions } from "@evenhand/toolkit/analysis/answer-all";
import { knownFootprint } from "@evenhand/toolkit/analysis/footprint/footprint-list";
import { openRelease } from "@evenhand/toolkit/release/read-release";
import { standingOf } from "@evenhand/toolkit/report/audit/standing-groups";
import { mainSentences } from "@evenhand/toolkit/report/main-sentences";
import type { PlaceAnswers, PlaceSummary, PlaceWorkings, PolicyAnswers } from "@evenhand/toolkit/report/place-answers";
import { elementFindings, elementTitle } from "@evenhand/toolkit/report/words/gap-summary";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { boundariesFrom } from "../boundaries-input.ts";
import { changeInput } from "../change-input.ts";
import { benchmarkHead, comparisonInput } from "../comparison-input.ts";
import type { Terminal } from "../terminal.ts";
import type { Say } from "../words/words.ts";
import { writeOutput } from "../write-output.ts";
import { checkCorrections } from "./check-corrections.ts";
import { namedFiles, type PlaceSettings, placeArguments, readPlaceSettings } from "./place-settings.ts";
import { placePolicy, preparePolicy } from "./prepare-policy.ts";
import { prepareRegister } from "./prepare-register.ts";
import { prepareWorkings } from "./prepare-workings.ts";
import { programHash } from "./program-hash.ts";

/** Where a place keeps what was made from its releases. */
export const answersFolder = "answers";

export type PreparedPlace = {
  readonly place: string;
  readonly release: string;
  /** Nothing had changed since the last time. */
  readonly wasReady: boolean;
  readonly findings: number;
};

/**
 * Answers every question on the newest release of a place, with what `place.json` sets beside it, and writes
 * `answers/<release>.json`, its workings beside it, and `answers/summary.json`. Answers made from the same inputs are
 * left as they are.
 *
 * @throws CliError or InputError when a file that `place.json` names cannot be used
 */
export async function preparePlace(
  folder: string,
  release: string,
  { place, terminal, say }: { readonly place: string; readonly terminal: Terminal; readonly say: Say },
): Promise<PreparedPlace> {
  const settings = await readPlaceSettings(folder, say);
  await checkCorrections(folder, say);
  const madeFrom = await inputHash(join(folder, release), settings);
  const path = join(folder, answersFolder, `${release}.json`);
  const earlier = await readEarlier(path);
  if (earlier?.madeFrom === madeFrom) return { place, release, wasReady: true, findings: earlier.findings.length };
  const { answers, workings } = await answerPlace(join(folder, release), settings, { madeFrom, terminal, say });
  await writeOutput(join(folder, answersFolder, `${release}.workings.json`), JSON.stringify(workings));
  await writeOutput(path, JSON.stringify(answers));
  await writeOutput(join(folder, answersFolder, "summary.json"), JSON.stringify(summarize(release, answers), null, 1));
  return { place, release, wasReady: false, findings: answers.findings.length };
}

async function answerPlace(
  folder: string,
  settings: PlaceSettings,
  { madeFrom, terminal, say }: { readonly madeFrom: string; readonly terminal: Terminal; readonly say: Say },
): Promise<{ readonly answers: PlaceAnswers; readonly workings: PlaceWorkings }> {
  const given = placeArguments(settings, "en");
  const compared = await comparisonInput(given, terminal, say);
  const followed = await changeInput(given, say);
  const audited = await placePolicy(settings, { given, terminal, say });
  const boundaries = await boundariesFrom(given.option("areas"));
  const open = await openRelease(folder);
  try {
    const { release, issues } = open;
    const beside = { ...compared.beside, ...followed.beside };
    const { findings } = await answerQuestions(release, open.cells, beside);
    const workings = await prepareWorkings(findings, release, { read: open.cells, beside });
    const policy: PolicyAnswers | undefined =
      audited && preparePolicy(audited, { findings, release, date: release.date });
    const register = await prepareRegister(given, audited?.policy.given ?? [], { agency: release.agency, say });
    const answers: PlaceAnswers = {
      formatVersion: 1,
      madeFrom,
      release,
      findings,
      issues,
      isFictional: settings.isFictional,
      benchmarks: (compared.beside.benchmarks ?? []).map(benchmarkHead),
      events: followed.beside.events ?? [],
      footprint: followed.beside.footprint ?? knownFootprint,
      ...(boundaries === undefined ? {} : { boundaries }),
      ...(policy === undefined ? {} : { policy }),
      ...(register === undefined ? {} : { register }),
    };
    return { answers, workings };
  } finally {
    await open.close();
  }
}

function summarize(folder: string, { release, findings, isFictional, policy }: PlaceAnswers): PlaceSummary {
  const { agency, period, date, hash, snapshots } = release;
  const retrievedOn = snapshots
    .flatMap(({ retrievedOn: day }) => day ?? [])
    .toSorted()
    .at(-1);
  return {
    formatVersion: 1,
    release: folder,
    agency,
    ...(period === undefined ? {} : { period }),
    date,
    hash,
    isFictional,
    source: { files: snapshots.length, ...(retrievedOn === undefined ? {} : { retrievedOn }) },
    sentences: inBoth((language) => mainSentences(findings, language)),
    elements: elementFindings(findings).flatMap((finding) => elementSummary(finding)),
    ...(policy === undefined ? {} : { provisions: provisionsOf(policy) }),
  };
}

function elementSummary(finding: Finding): PlaceSummary["elements"] {
  const { element, status } = finding;
  if (element === undefined || status === undefined) return [];
  return [{ id: element, status, title: inBoth((language) => elementTitle(finding, openWords(language))) }];
}

function provisionsOf({ audit }: PolicyAnswers): NonNullable<PlaceSummary["provisions"]> {
  const spanish = new Map(audit.es.rules.map(({ id, question }) => [id, question]));
  return audit.en.rules.map((rule) => ({
    id: rule.id,
    verdict: standingOf(rule),
    question: { en: rule.question, es: spanish.get(rule.id) ?? rule.question },
  }));
}

const inBoth = <Made>(make: (language: Language) => Made): Readonly<Record<Language, Made>> => ({
  en: make("en"),
  es: make("es"),
});

async function readEarlier(path: string): Promise<PlaceAnswers | undefined> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as PlaceAnswers;
  } catch {
    return undefined;
  }
}

/** A form may be a release: its description holds the hashes of its tables. */
async function fileOf(path: string): Promise<string> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? join(path, "release.json") : path;
}

/** One number for everything the answers are made from. */
async function inputHash(release: string, settings: PlaceSettings): Promise<string> {
  const hash = createHash("sha256");
  hash.update(programHash());
  hash.update(await readFile(join(release, "release.json")));
  hash.update(JSON.stringify([settings.options, settings.versions, settings.isFictional]));
  for (const path of namedFiles(settings)) {
    hash.update(path);
    await pipeline(createReadStream(await fileOf(path)), async (chunks) => {
      for await (const chunk of chunks) hash.update(chunk as Uint8Array);
    });
  }
  return hash.digest("hex");
}
