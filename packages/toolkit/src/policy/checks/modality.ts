/** How a clause speaks of an act: ordered, forbidden, allowed, left to judgment, or only described. */
export type Modality =
  | "must"
  | "must-not"
  | "should"
  | "should-not"
  | "may"
  | "need-not"
  | "must-consider"
  | "should-consider"
  | "describes";
