/** One line of a page as a person reads it, with what its looks say about it. */
export type PageLine = {
  readonly text: string;
  readonly page: number;
  /** Left end, points. */
  readonly x: number;
  /** Right end, points. */
  readonly right: number;
  /** Base line, points from the top. */
  readonly y: number;
  /** Of the letters. */
  readonly height: number;
  /** Whether at least two thirds of the letters are bold. */
  readonly isBold: boolean;
  /** Letters of the bold beginning of a line that goes on in plain letters. */
  readonly boldStart?: number;
  /** Edges of the column or table cell the line stands in. */
  readonly columnX: number;
  readonly columnRight: number;
  /** First line of a table cell or side heading. */
  readonly startsCell?: boolean;
};
