/**
 * What is counted. The four never stand for one another: one incident can hold several people, several officers'
 * reports and many force applications.
 */
export const units = ["incidents", "people", "reports", "force"] as const;

export type Unit = (typeof units)[number];

/**
 * Whether a release can count a unit at all, and on what ground.
 * `key`: the source carries an identifier; `row`: one source row is one of them; `attributes`: records that agree in
 * every described attribute were taken for one (a lower bound); `none`: the source cannot tell them apart.
 */
export type UnitCount = {
  readonly unit: Unit;
  readonly basis: "key" | "row" | "attributes" | "none";
  /** Undefined when `basis` is `none`. */
  readonly count?: number;
  /** Source columns the count rests on. */
  readonly columns: readonly string[];
};
