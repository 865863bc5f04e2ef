import { entityNames } from "../src/entities/entity-schemas.ts";
import { dictionaryMarkdown } from "../src/published/dictionary-markdown.ts";
import { entityJsonSchema, submissionJsonSchema } from "../src/published/json-schema.ts";
import { tableSchema, templateDataPackage } from "../src/published/table-schema.ts";
import { blankCsv } from "../src/published/template-tables.ts";

/** Every published form of the standard: text by path inside the package. */
export function publishedFiles(): ReadonlyMap<string, string> {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return new Map([
    ["schema/submission.schema.json", json(submissionJsonSchema())],
    ["schema/datapackage.json", json(templateDataPackage())],
    ["DICTIONARY.md", dictionaryMarkdown()],
    ...entityNames.flatMap((entity): [string, string][] => [
      [`schema/${entity}.schema.json`, json(entityJsonSchema(entity))],
      [`schema/${entity}.table-schema.json`, json(tableSchema(entity))],
      [`schema/templates/${entity}.csv`, blankCsv(entity)],
    ]),
  ]);
}
