import { exampleTeam, responderColumns } from "./read-responders.ts";

/**
 * A table of responders' results to fill in: its columns and one made-up line.
 *
 * @example respondersTemplate().split("\r\n")[0] // "team,from,to,calls,police_backup,injuries,source,class"
 */
export const respondersTemplate = (): string =>
  [
    responderColumns.join(","),
    `${exampleTeam},2023-01-01,2023-12-31,1200,96,3,Title and address of the report,mental_health`,
  ]
    .map((line) => `${line}\r\n`)
    .join("");
