import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJSONSchema } from 'zod';
import { schemas, writtenByPeople } from './table.ts';

/** The published JSON Schemas by file name, as they are written: the same bytes every time. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const put = (name: string, json: object): void => {
    const whole = { $id: name, title: name, ...json };
    files.set(`${name.replace('/', '.')}.json`, `${JSON.stringify(whole, null, 2)}\n`);
  };
  for (const [name, schema] of Object.entries(schemas)) {
    const json = toJSONSchema(schema, {
      // A reader must not fail on what a later release adds.
      override: ({ jsonSchema }) => {
        delete jsonSchema.additionalProperties;
      },
    });
    put(name, json);
  }
  for (const [name, schema] of Object.entries(writtenByPeople)) {
    // What editors' YAML support understands.
    put(name, toJSONSchema(schema, { target: 'draft-7' }));
  }
  return files;
}

/** Writes `countersign.<command>.1.json` for every document into a folder. */
export function writeSchemas(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of schemaFiles()) writeFileSync(join(folder, name), text);
}
