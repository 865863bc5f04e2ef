import { join } from "node:path";
import type { ConfinedEngine } from "@evenhand/toolkit/release/confined-engine";
import { literal } from "@evenhand/toolkit/release/engine";

export type TableColumn = { readonly name: string; readonly isNumber: boolean };

const numberType = /^(TINYINT|SMALLINT|INTEGER|BIGINT|UTINYINT|USMALLINT|UINTEGER|UBIGINT|FLOAT|DOUBLE|DECIMAL.*)$/;

/** The engine's name for a table file. */
export const tableSource = (folder: string, table: string): string =>
  `read_parquet(${literal(join(folder, `${table}.parquet`))})`;

/** Columns of a table as they lie in its file. */
export async function tableColumns(engine: ConfinedEngine, folder: string, table: string) {
  const described = await engine.rows(`DESCRIBE SELECT * FROM ${tableSource(folder, table)}`);
  return described.map(
    ({ column_name, column_type }): TableColumn => ({
      name: String(column_name),
      isNumber: numberType.test(String(column_type)),
    }),
  );
}
