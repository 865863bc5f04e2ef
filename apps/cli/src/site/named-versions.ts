/** The files of two versions of a policy, with dates where a person gave them. */
export type NamedVersions = {
  readonly old: readonly string[];
  readonly new: readonly string[];
  /** ISO dates that stand for those of the documents' headers. */
  readonly oldDate?: string;
  readonly newDate?: string;
};

/**
 * Reads `versions` of `place.json`: `[{ "old": […], "new": […], "old-date": …, "new-date": … }]`, the dates as they may be.
 *
 * @returns undefined when it is anything else
 */
export async function readVersionNames(
  value: unknown,
  filesOf: (path: string) => Promise<readonly string[]>,
): Promise<readonly NamedVersions[] | undefined> {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return undefined;
  const pairs = value.map(pairOf);
  const known = pairs.filter((pair) => pair !== undefined);
  if (known.length < pairs.length) return undefined;
  const files = async (paths: readonly string[]) => (await Promise.all(paths.map(filesOf))).flat();
  return Promise.all(known.map(async (pair) => ({ ...pair, old: await files(pair.old), new: await files(pair.new) })));
}

/** Every file of both versions. */
export const versionFiles = (pair: NamedVersions): readonly string[] => [...pair.old, ...pair.new];

const names: readonly string[] = ["old", "new", "old-date", "new-date"];

function pairOf(value: unknown): NamedVersions | undefined {
  if (typeof value !== "object" || value === null || Object.keys(value).some((name) => !names.includes(name)))
    return undefined;
  const given = value as Readonly<Record<string, unknown>>;
  const { "old-date": oldDate, "new-date": newDate } = given;
  const before = paths(given.old);
  const after = paths(given.new);
  if (before === undefined || after === undefined || !isDate(oldDate) || !isDate(newDate)) return undefined;
  return {
    old: before,
    new: after,
    ...(oldDate === undefined ? {} : { oldDate }),
    ...(newDate === undefined ? {} : { newDate }),
  };
}

function paths(value: unknown): readonly string[] | undefined {
  const values: unknown = typeof value === "string" ? [value] : value;
  const isGiven = Array.isArray(values) && values.length > 0 && values.every((one) => typeof one === "string");
  return isGiven ? values : undefined;
}

/** An ISO date, or none. */
const isDate = (value: unknown): value is string | undefined =>
  value === undefined ||
  (typeof value === "string" &&
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value);
