import type { Language, Release } from "@evenhand/standard";
import { makeRegister } from "@evenhand/toolkit/policy/register/make-register";
import { mergeRegisters } from "@evenhand/toolkit/policy/register/merge-registers";
import { requestPolicies } from "@evenhand/toolkit/policy/register/request-policies";
import type { RegisterPage } from "@evenhand/toolkit/report/register/register-page";
import { readAgency } from "../agency.ts";
import type { Arguments } from "../arguments.ts";
import { CliError } from "../cli-error.ts";
import { listedPolicy } from "../listed-policy.ts";
import type { GivenDocument } from "../policy-input.ts";
import { readRegister } from "../register-input.ts";
import type { Say } from "../words/words.ts";

/**
 * The register of policies that a place names, brought up to date with the documents of its policy, in both languages; as
 * of the day that the register itself gives. Undefined where none is named.
 *
 * @throws CliError when it is no register, or that of another department
 */
export async function prepareRegister(
  given: Arguments,
  documents: readonly GivenDocument[],
  { agency, say }: { readonly agency: Release["agency"]; readonly say: Say },
): Promise<Readonly<Record<Language, RegisterPage>> | undefined> {
  const before = await readRegister(given, say);
  if (before === undefined) return undefined;
  if (readAgency(before.agency).id !== agency.id)
    throw new CliError(say("register-other-agency", { before: before.agency, agency: agency.name }));
  const now = makeRegister({
    agency: agency.name,
    asOf: before.asOf,
    documents: documents.filter((document) => document.isReadable),
    unreadable: documents.filter((document) => !document.isReadable),
  });
  const { register } = mergeRegisters(before, now);
  const request = requestPolicies(register).items.map(({ title, ask }) => ({ title, ask }));
  const page = (language: Language): RegisterPage => ({
    language,
    agency: agency.name,
    asOf: register.asOf,
    policies: register.entries.map((entry) => listedPolicy(entry, language)),
    documents: documents.map(({ name, isReadable }) => ({ name, isReadable })),
    request,
  });
  return { en: page("en"), es: page("es") };
}
