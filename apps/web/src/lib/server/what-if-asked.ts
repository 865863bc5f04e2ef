import type { FootprintList } from "@evenhand/standard";

/** What a reader supposes. Shares are 0–1. */
export type Supposed = { readonly class: string; readonly share: number; readonly backup: number };

/** The fields of the form as they were filled in, and those that cannot be used. */
export type WhatIfAsked = {
  readonly given: Readonly<Record<WhatIfField, string>>;
  readonly wrong: readonly WhatIfField[];
  /** Absent when nothing was asked, or a field is wrong. */
  readonly supposed?: Supposed;
};

export type WhatIfField = "class" | "share" | "backup";

const readyPath = /^([a-z0-9_-]{1,80}?)-(\d{1,3})(?:-(\d{1,3}))?$/;
const outOf100 = /^\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*%?\s*$/;

/** A ready example's part of the address: `mental_health-30`, and `mental_health-30-10` with police called in after all. */
export const readyAddress = ({ class: id, share, backup }: Supposed): string =>
  [id, ...[share, ...(backup === 0 ? [] : [backup])].map((part) => Math.round(part * 100))].join("-");

/** Reads a ready example's address; undefined when it is none of this list. */
export function supposedOf(part: string, { classes }: FootprintList): Supposed | undefined {
  const [, id = "", share, backup = "0"] = readyPath.exec(part) ?? [];
  const supposed = { class: id, share: Number(share) / 100, backup: Number(backup) / 100 };
  const isPossible = supposed.share <= 1 && supposed.backup <= 1;
  return isPossible && classes.some((one) => one.id === id) ? supposed : undefined;
}

/** Reads the form from an address; every field that cannot be used is named. */
export function askedOf(fields: URLSearchParams, { classes }: FootprintList): WhatIfAsked {
  const text = (name: WhatIfField) => (fields.get(name) ?? "").slice(0, 80);
  const given = { class: text("class"), share: text("share"), backup: text("backup") };
  if (!["class", "share", "backup"].some((name) => fields.has(name))) return { given, wrong: [] };
  const share = shareOf(given.share);
  const backup = given.backup.trim() === "" ? 0 : shareOf(given.backup);
  const isKnown = classes.some(({ id }) => id === given.class);
  const wrong: readonly WhatIfField[] = [
    ...(isKnown ? [] : (["class"] as const)),
    ...(share === undefined ? (["share"] as const) : []),
    ...(backup === undefined ? (["backup"] as const) : []),
  ];
  if (wrong.length > 0 || share === undefined || backup === undefined) return { given, wrong };
  return { given, wrong, supposed: { class: given.class, share, backup } };
}

/** A number of 100 as 0–1. */
function shareOf(text: string): number | undefined {
  const number = outOf100.exec(text)?.[1];
  const value = number === undefined ? Number.NaN : Number(number.replace(",", "."));
  return value >= 0 && value <= 100 ? Number((value / 100).toFixed(4)) : undefined;
}
