/** A clause of the old version and the one of the new version that continues it, by their places in the two lists. */
export type ClausePair = { readonly before: number; readonly after: number; readonly likeness: number };
