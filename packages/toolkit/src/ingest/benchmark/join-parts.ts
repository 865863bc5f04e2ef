import { InputError } from "../read/input-error.ts";
import type { Counted } from "./counted.ts";

type Part = Counted & { readonly sha256: string };

/**
 * Joins tables of the American Community Survey that hold one group each (B01001A–I) into one benchmark by sex and age.
 * White people who are not Hispanic (H) stand in for all White people (A) where Hispanic people (I) are given, since
 * these overlap; the other races hold their Hispanic people, who are in I too: a caveat says so.
 *
 * @throws InputError when a table is given alone or twice, areas differ, or White and Hispanic people would overlap
 */
export function joinParts(files: readonly Part[]): readonly Part[] {
  const parts = files.filter(({ partOf }) => partOf !== undefined);
  const whole = files.filter(({ partOf }) => partOf === undefined);
  const [first] = parts;
  if (first === undefined) return whole;
  const letterOf = ({ partOf }: Part): string => partOf?.table.slice(-1) ?? "";
  const letters = parts.map(letterOf);
  const fileOf = ({ source }: Part): string => source.split(": ")[0] ?? source;
  const refuse = (code: string, message: string): never => {
    throw new InputError(code, fileOf(first), message);
  };
  if (parts.length < 2)
    refuse(
      "one-group-only",
      `${fileOf(first)} holds one group only (table ${first.partOf?.table}). Give the tables of the other groups too: B01001B, B01001D, B01001H and B01001I, each with --benchmark.`,
    );
  if (new Set(letters).size < letters.length)
    refuse(
      "table-twice",
      `Table B01001${letters.find((letter, at) => letters.indexOf(letter) !== at)} is given twice. Give each table once.`,
    );
  const other = parts.find(({ partOf }) => partOf?.areas !== first.partOf?.areas);
  if (other !== undefined)
    refuse(
      "areas-differ",
      `${fileOf(first)} and ${fileOf(other)} are of different areas, so their groups cannot stand side by side. Download the tables for the same areas, or choose them with --benchmark-area.`,
    );
  if (letters.includes("I") && letters.includes("A") && !letters.includes("H"))
    refuse(
      "groups-overlap",
      "Tables B01001A (White, Hispanic people included) and B01001I (Hispanic) hold the same people twice. Give B01001H (White, not Hispanic) instead of B01001A.",
    );
  const used = parts.filter((part) => !(letterOf(part) === "A" && letters.includes("H")));
  const usedLetters = used.map(letterOf);
  const holdsHispanic = usedLetters.some((letter) => /[A-G]/u.test(letter));
  const kept: Part = {
    ...first,
    source: used.map(({ source }) => source).join(" + "),
    sha256: used.map(({ sha256 }) => sha256).join(" "),
    cells: used.flatMap(({ cells }) => cells),
    caveats: [
      ...new Set([
        ...used.flatMap(({ caveats }) => caveats),
        ...(holdsHispanic ? ["benchmark-hispanic-in-groups"] : []),
      ]),
    ],
    issues: used.flatMap(({ issues }) => issues),
  };
  return [...whole, kept];
}
