import { makeRegister } from "@evenhand/toolkit/policy/register/make-register";
import { mergeRegisters } from "@evenhand/toolkit/policy/register/merge-registers";
import type { PolicyRegister, RegisterEntry } from "@evenhand/toolkit/policy/register/policy-register";
import { requestPolicies } from "@evenhand/toolkit/policy/register/request-policies";
import { statusOrder } from "@evenhand/toolkit/report/register/register-page";
import { renderRegister } from "@evenhand/toolkit/report/register/render-register";
import { renderRegisterLetter } from "@evenhand/toolkit/report/register/render-register-letter";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { readAgency } from "../agency.ts";
import type { Arguments, Language } from "../arguments.ts";
import { CliError } from "../cli-error.ts";
import type { Command } from "../command.ts";
import { listedPolicy } from "../listed-policy.ts";
import { type GivenDocument, readPolicies, unreadableText } from "../policy-input.ts";
import { showProgress } from "../progress.ts";
import { readListed, readRegister, readWithheld } from "../register-input.ts";
import type { Terminal } from "../terminal.ts";
import type { Say } from "../words/words.ts";
import { writeOutput } from "../write-output.ts";

type Made = {
  readonly register: PolicyRegister;
  readonly differing: readonly RegisterEntry[];
  readonly given: readonly GivenDocument[];
};

/** Reads everything and puts what people corrected before what the program found. */
async function makeFrom(given: Arguments, terminal: Terminal, say: Say): Promise<Made> {
  const name = given.option("agency");
  if (name === undefined) throw new CliError(say("register-needs-agency"));
  const agency = readAgency(name).name;
  const before = await readRegister(given, say);
  if (before !== undefined && readAgency(before.agency).id !== readAgency(agency).id)
    throw new CliError(say("register-other-agency", { before: before.agency, agency }));
  const listedTitles = await readListed(given, say);
  const withheld = await readWithheld(given, say);
  const progress = showProgress(terminal);
  const { given: documents, read } = await readPolicies(given, { terminal, progress, say });
  progress.step(say("step-registering"));
  const unreadable = documents.filter((document) => !document.isReadable);
  const now = makeRegister({ agency, asOf: terminal.today, documents: read, unreadable, listedTitles, withheld });
  progress.end();
  terminal.signal.throwIfAborted();
  const merged = before === undefined ? { register: now, differing: [] } : mergeRegisters(before, now);
  return { ...merged, given: documents };
}

function letterOf(given: Arguments, terminal: Terminal, say: Say, register: PolicyRegister): string | undefined {
  const path = given.option("letter");
  if (path === undefined) return undefined;
  const state = given.option("state")?.toUpperCase() ?? readAgency(register.agency).state;
  if (state === undefined) throw new CliError(say("no-state"));
  const name = given.option("requester");
  return renderRegisterLetter({
    agency: register.agency,
    items: requestPolicies(register).items,
    state,
    language: given.language,
    format: /\.html?$/i.test(path) ? "html" : "markdown",
    today: terminal.today,
    ...(name === undefined ? {} : { requester: { name } }),
  });
}

function inWords({ register, differing, given }: Made, language: Language, say: Say): readonly string[] {
  const words = openWords(language);
  const title = (status: RegisterEntry["status"]) => words.say(`register.status.${status}`);
  const expected = register.entries.filter(({ id }) => id !== undefined);
  return [
    ...statusOrder.map((status) => {
      const same = expected.filter((entry) => entry.status === status);
      const titles = same.map((entry) => entry.title[language]).join("; ");
      return `  ${title(status)}: ${same.length}${titles === "" ? "" : ` (${titles})`}`;
    }),
    ...differing.map(({ title: named, status, found = status }) =>
      say("register-differs", { title: named[language], status: title(status), found: title(found) }),
    ),
    ...given.flatMap((document) => (document.isReadable ? [] : [unreadableText(document, language)])),
  ];
}

export const register: Command = {
  name: "register",
  options: ["agency", "listed", "withheld", "register", "out", "letter", "state", "requester"],
  run: async (given, terminal, say) => {
    const made = await makeFrom(given, terminal, say);
    const { language } = given;
    const out = given.option("out") ?? "register.html";
    const letterPath = given.option("letter");
    const letter = letterOf(given, terminal, say, made.register);
    const page = renderRegister({
      language,
      agency: made.register.agency,
      asOf: made.register.asOf,
      policies: made.register.entries.map((entry) => listedPolicy(entry, language)),
      documents: made.given.map(({ name, isReadable }) => ({ name, isReadable })),
    });
    await writeOutput(out, page);
    if (letterPath !== undefined && letter !== undefined) await writeOutput(letterPath, letter);
    if (given.json) {
      const result = {
        register: made.register,
        differing: made.differing,
        request: requestPolicies(made.register).items,
        page: out,
        letter: letterPath ?? null,
      };
      terminal.out(`${JSON.stringify(result, null, 2)}\n`);
      return;
    }
    const lines = [
      say("register-made", { path: out }),
      ...inWords(made, language, say),
      ...(letterPath === undefined ? [] : [say("letter-made", { path: letterPath })]),
    ];
    terminal.out(`${lines.join("\n")}\n`);
  },
};
