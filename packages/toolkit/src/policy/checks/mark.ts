/** Words found in a text, with their place. */
export type Mark = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

/** Whether one mark lies within another. */
export const isWithin = (inner: Mark, outer: Mark): boolean => inner.start >= outer.start && inner.end <= outer.end;
