import type { ElementId, ElementStatus, MissingCount, Scope, Unit, Years } from "@evenhand/standard";
import type { CaveatId } from "../caveat.ts";
import rules from "./elements.json" with { type: "json" };

/** Records of one year; the year is undefined for records without a date. */
export type YearState = {
  readonly year?: number;
  readonly usable: number;
  /** Records that the element applies to. */
  readonly asked: number;
  readonly total: number;
};

/** What a release holds of one minimum element. */
export type ElementState = {
  readonly id: ElementId;
  readonly status: ElementStatus;
  readonly unit: Unit;
  /** Records with a value that answers the element. */
  readonly usable: number;
  /** Records that the element applies to; the usable share is of these. */
  readonly asked: number;
  /** All records: those with a value (usable or not), and the missing, also where it does not apply. */
  readonly total: number;
  readonly known: number;
  readonly missing: readonly MissingCount[];
  readonly byYear: readonly YearState[];
  readonly years?: Years;
  /** `file: column` names that the element was read from. */
  readonly columns: readonly string[];
  readonly caveats: readonly CaveatId[];
  /** Why it is not collected, or only partly. */
  readonly reason?: CaveatId;
};

export type ElementCounts = Pick<ElementState, "usable" | "known" | "missing" | "total" | "byYear" | "years">;

/** Source columns of an element's fields, each once. */
export function elementColumns(scope: Scope, id: ElementId): readonly string[] {
  const fields = rules.elements.find((element) => element.id === id)?.fields ?? [];
  return [...new Set(scope.fields.filter(({ field }) => fields.includes(field)).flatMap(({ columns }) => columns))];
}

/** Whether the source has a column that was read as this field. */
export function hasColumn(scope: Scope, field: string): boolean {
  return scope.fields.some((candidate) => candidate.field === field && candidate.columns.length > 0);
}

/**
 * Judges one element by how many records hold a usable value; records it does not apply to are left out of the
 * judgement. The limit and its source are in `elements.json`.
 *
 * @param partOnly why no more than `partly` can be said, whatever the share
 * @param elsewhere values exist that could not be linked to the counted records
 */
export function judgeElement(
  id: ElementId,
  unit: Unit,
  scope: Scope,
  counts: ElementCounts,
  extra: { readonly partOnly?: CaveatId; readonly elsewhere?: boolean; readonly caveats?: readonly CaveatId[] } = {},
): ElementState {
  const columns = elementColumns(scope, id);
  const asked = askedOf(counts);
  const { status, reason } = judge(counts.usable, asked, columns.length > 0, extra);
  return {
    id,
    unit,
    status,
    ...counts,
    asked,
    columns,
    caveats: extra.caveats ?? [],
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Records that a question applies to: all but those it does not. */
export function askedOf({ total, missing }: Pick<ElementCounts, "total" | "missing">): number {
  return total - (missing.find(({ reason }) => reason === "not_applicable")?.count ?? 0);
}

function judge(
  usable: number,
  asked: number,
  hasColumn: boolean,
  { partOnly, elsewhere }: { readonly partOnly?: CaveatId; readonly elsewhere?: boolean },
): { readonly status: ElementStatus; readonly reason?: CaveatId } {
  if (usable === 0 && partOnly !== undefined) return { status: "partly", reason: partOnly };
  if (usable === 0 && elsewhere) return { status: "partly", reason: "not-linked-to-people" };
  if (usable === 0) return { status: "not_collected", reason: hasColumn ? "column-without-values" : "not-recorded" };
  if (partOnly !== undefined) return { status: "partly", reason: partOnly };
  if (usable / asked < rules.collectedAbove.value) return { status: "partly", reason: "often-missing" };
  return { status: "collected" };
}
