// Prints the hub's schema, sorted, to schema.graphql: the contract that other systems see.
//
//   tsx tools/print-schema.ts           writes it
//   tsx tools/print-schema.ts check     fails when the file differs
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from '../apps/hub/src/graphql/schema.ts';

const file = join(import.meta.dirname, '../schema.graphql');
const printed = printSchema(lexicographicSortSchema(schema)) + '\n';
if (process.argv[2] !== 'check') await writeFile(file, printed);
else if ((await readFile(file, 'utf8').catch(() => '')) !== printed) {
  console.error(
    'schema.graphql is not what the code makes: run `npm run schema` and review the difference',
  );
  process.exitCode = 1;
}
