import type { Place } from "./place-index.ts";

/** What a table shows of a place, by the id of its columns. */
export type StatusColumns = {
  readonly id: string;
  readonly title: string;
  readonly intro: string;
  /** Titles of what is asked by id, in order. */
  readonly columns: ReadonlyMap<string, string>;
  readonly statusOf: (place: Place, column: string) => string | undefined;
  readonly textOf: (status: string) => string;
  readonly symbolOf: (status: string) => string;
  /** Best first; anything else comes last. */
  readonly order: readonly string[];
  readonly addressOf: (place: Place) => string;
  /**
   * Where each thing asked is told of: then it is a row, and the departments that have an answer are the columns. For
   * many questions and few departments.
   */
  readonly rows?: {
    readonly heading: string;
    readonly addressOf: (column: string) => string;
    readonly without: string;
  };
};

/** A heading that leads to the table in the order of its column. */
export type StatusHeading = {
  readonly text: string;
  readonly href: string;
  readonly isSorted: boolean;
  readonly note?: string;
};
