import { readFileSync } from 'node:fs';
import { buildSchema, validate, type DocumentNode } from 'graphql';
import { expect, test } from 'vitest';
import * as queries from '../src/read/queries.ts';
import { SCHEMA_FILE } from './stand-in-hub.ts';

const schema = buildSchema(readFileSync(SCHEMA_FILE, 'utf8'));

test.each(Object.entries(queries))('%s is valid against the committed schema', (_name, query) => {
  expect(validate(schema, query as unknown as DocumentNode)).toEqual([]);
});
