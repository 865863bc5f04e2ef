/** First and last calendar year that the counted records fall in. */
export type Years = { readonly from: number; readonly to: number };
