import { CliError } from "./cli-error.ts";

export type AgencyName = { readonly id: string; readonly name: string; readonly state?: string };

/** Place name → id: small letters and hyphens, accents dropped. */
const slug = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

/**
 * Reads `--agency "Minneapolis, MN"`.
 * @throws CliError when no letter is left to make an id of
 */
export function readAgency(text: string): AgencyName {
  const id = slug(text);
  if (id === "") throw new CliError(`--agency needs a name such as "Minneapolis, MN", not “${text}”.`);
  const state = /,\s*([A-Za-z]{2})\s*$/.exec(text)?.[1]?.toUpperCase();
  return { id, name: text.trim(), ...(state ? { state } : {}) };
}

/** Stands in where no agency is given and none is needed. */
export const unnamedAgency: AgencyName = { id: "unnamed-agency", name: "Unnamed agency" };
