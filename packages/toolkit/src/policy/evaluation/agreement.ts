/** How often a reading and the coders agree; a share is undefined where nothing was there to divide by. */
export type Agreement = {
  readonly count: number;
  readonly bothPresent: number;
  readonly onlyReading: number;
  readonly onlyCoders: number;
  readonly bothAbsent: number;
  readonly accuracy: number | undefined;
  readonly precision: number | undefined;
  readonly recall: number | undefined;
  /** Mean of the shares right among present and among absent. */
  readonly balancedAccuracy: number | undefined;
};

/**
 * Agreement of yes-or-no readings with yes-or-no labels.
 *
 * Not a measure of truth: coders err too, and on few present cells one more or less moves precision and recall much.
 *
 * @example agreement([{ reading: true, label: true }, { reading: false, label: true }]).recall // 0.5
 */
export function agreement(cells: readonly { readonly reading: boolean; readonly label: boolean }[]): Agreement {
  const of = (reading: boolean, label: boolean): number =>
    cells.filter((cell) => cell.reading === reading && cell.label === label).length;
  const [bothPresent, onlyReading, onlyCoders, bothAbsent] = [
    of(true, true),
    of(true, false),
    of(false, true),
    of(false, false),
  ];
  const recall = share(bothPresent, bothPresent + onlyCoders);
  const specificity = share(bothAbsent, bothAbsent + onlyReading);
  return {
    count: cells.length,
    bothPresent,
    onlyReading,
    onlyCoders,
    bothAbsent,
    accuracy: share(bothPresent + bothAbsent, cells.length),
    precision: share(bothPresent, bothPresent + onlyReading),
    recall,
    balancedAccuracy: recall === undefined || specificity === undefined ? undefined : (recall + specificity) / 2,
  };
}

const share = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole);
