import type { Finding, FindingRow, FootprintClass, FootprintList } from "@evenhand/standard";
import type { Cell } from "../../release/cells.ts";
import { comparedSource } from "../benchmark/people-cells.ts";
import { cannotSay } from "../build-finding.ts";
import { type CellTable, optionalKeyReader, yearsOf } from "../cell-table.ts";
import type { QuestionContext } from "../question.ts";
import { sourceColumn } from "../sources.ts";
import { missingIn, tally } from "../tally.ts";
import { unitCaveats } from "../units.ts";
import { fewestForShare, listValues } from "./class-row.ts";
import { recordedName, signName } from "./footprint-cells.ts";
import { classSigns } from "./footprint-list.ts";

/** Bands of the standard that lie below 18. */
const childBands: readonly string[] = ["0-17"];

/**
 * People under 18 on whom force was used: at a school by any sign of it, elsewhere where a place is recorded that is
 * none, else unknown; in all and by group. None where the list has no class `school`.
 */
export function childrenFinding(context: QuestionContext, list: FootprintList, people: CellTable): readonly Finding[] {
  const source = comparedSource(context.scope);
  const subject = {
    question: "footprint",
    measure: "children",
    unit: source.unit,
    element: "age",
    method: "footprint-band",
  } as const;
  const column = sourceColumn(source, "persons", "age_band");
  const ages = people.by.includes(column) ? tally(people, column) : undefined;
  if (ages === undefined || ages.known === 0) return [cannotSay(context, subject, "age-not-recorded")];
  if (!list.classes.some(({ id }) => id === "school")) return [];
  const age = optionalKeyReader(people, column);
  const children = people.cells.filter((cell) => childBands.includes(String(age(cell))));
  const group = optionalKeyReader(people, sourceColumn(source, "persons", "race_ethnicity"));
  const groupOf = (cell: Cell): string => String(group(cell) ?? "unknown");
  const place = placeReader(list.classes, people);
  const rows = ["all", ...[...new Set(children.map(groupOf))].sort()].flatMap((key) =>
    placeRows(
      key,
      children.filter((cell) => key === "all" || groupOf(cell) === key),
      place,
    ),
  );
  const total = children.reduce((sum, { count }) => sum + count, 0);
  const years = yearsOf(people);
  const { reason: _, ...frame } = cannotSay(context, subject, "no-records");
  return [
    {
      ...frame,
      ...(years === undefined ? {} : { years }),
      values: { ...listValues(list), children: total },
      rows,
      numerator: total,
      denominator: ages.known,
      total: ages.known + missingIn(ages),
      missing: ages.missing,
      shown: total < fewestForShare ? "counts" : "full",
      ...(total < fewestForShare ? { reason: "few-records" } : {}),
      caveats: [...unitCaveats(context.scope, source.unit), "situation-of-incident"],
    },
  ];
}

type Place = "school" | "elsewhere" | "unknown";

/** A school by any sign; elsewhere only where the fields that tell the place hold something. */
function placeReader(classes: readonly FootprintClass[], people: CellTable): (cell: Cell) => Place {
  const sign = optionalKeyReader(people, `sign.${signName("school", "wide")}`);
  const fields = [...new Set(classSigns(classes, "school").wide.map(({ field }) => field))];
  const places = fields.filter((field) => field.startsWith("location."));
  const needed = (places.length > 0 ? places : fields).map((field) =>
    optionalKeyReader(people, `sign.${recordedName(field)}`),
  );
  return (cell) =>
    sign(cell) === 1 ? "school" : needed.every((recorded) => recorded(cell) !== null) ? "elsewhere" : "unknown";
}

/** Shares are of those whose place is known; the range is what they could be of all. */
function placeRows(key2: string, cells: readonly Cell[], place: (cell: Cell) => Place): readonly FindingRow[] {
  const countOf = (one: Place): number =>
    cells.filter((cell) => place(cell) === one).reduce((sum, { count }) => sum + count, 0);
  const [school, elsewhere, unknown] = [countOf("school"), countOf("elsewhere"), countOf("unknown")];
  const known = school + elsewhere;
  const total = known + unknown;
  const row = (key: Place, count: number): FindingRow => ({
    key,
    key2,
    count,
    ...(key !== "unknown" && known >= fewestForShare
      ? { share: count / known, range: { low: count / total, high: (count + unknown) / total } }
      : {}),
    figures: { total },
  });
  return [
    ...(known > 0 ? [row("school", school), row("elsewhere", elsewhere)] : []),
    ...(unknown > 0 ? [row("unknown", unknown)] : []),
  ];
}
