import { madeFiles } from "./made-files.ts";

/** CSV files made from releases: 2 GB at most, and eight that wait. */
export const madeTables = madeFiles({ mostBytes: 2_000_000_000, mostWaiting: 8 });

/** Workbooks, which take longer; nobody waits for one to get a CSV file. */
export const madeWorkbooks = madeFiles({ mostBytes: 1_000_000_000, mostWaiting: 4 });

process.once("sveltekit:shutdown", () => void Promise.all([madeTables.close(), madeWorkbooks.close()]));
