import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJSONSchema } from 'zod';
import { schemas } from './table.ts';

/** The published JSON Schemas by file name, as they are written: the same bytes every time. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [name, schema] of Object.entries(schemas)) {
    const json = toJSONSchema(schema, {
      // A reader must not fail on what a later release adds.
      override: ({ jsonSchema }) => {
        delete jsonSchema.additionalProperties;
      },
    });
    const whole = { $id: name, title: name, ...json };
    files.set(`${name.replace('/', '.')}.json`, `${JSON.stringify(whole, null, 2)}\n`);
  }
  return files;
}

/** Writes `countersign.<command>.1.json` for every document into a folder. */
export function writeSchemas(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of schemaFiles()) writeFileSync(join(folder, name), text);
}
