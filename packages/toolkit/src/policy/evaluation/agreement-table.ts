import { agreement } from "./agreement.ts";

/** One provision of one department: what was read and what the coders said. */
export type Cell = {
  readonly provision: string;
  readonly reading: boolean;
  readonly label: boolean;
};

const columns = ["cells", "both", "only us", "only them", "neither", "agree", "precision", "recall", "balanced"];

/** A table of agreement, a line a provision and one for all, to be printed by a test. */
export function agreementTable(cells: readonly Cell[]): string {
  const provisions = [...new Set(cells.map(({ provision }) => provision))];
  const head = ["".padEnd(26), ...columns.map((column) => column.padStart(10))].join("");
  return [
    head,
    ...provisions.map((provision) =>
      line(
        provision,
        cells.filter((cell) => cell.provision === provision),
      ),
    ),
    line("all", cells),
  ].join("\n");
}

function line(title: string, cells: readonly Cell[]): string {
  const { count, bothPresent, onlyReading, onlyCoders, bothAbsent, accuracy, precision, recall, balancedAccuracy } =
    agreement(cells);
  const counts = [count, bothPresent, onlyReading, onlyCoders, bothAbsent].map(String);
  const shares = [accuracy, precision, recall, balancedAccuracy].map((share) => share?.toFixed(3) ?? "-");
  return [title.padEnd(26), ...[...counts, ...shares].map((cell) => cell.padStart(10))].join("");
}
