// Prints the hub's schema, sorted, to schema.graphql: the contract that other systems see.
//
//   tsx tools/print-schema.ts           writes it
//   tsx tools/print-schema.ts check     fails when the file differs
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  isEnumType,
  lexicographicSortSchema,
  printSchema,
  printType,
  type GraphQLSchema,
} from 'graphql';
import { schema } from '../apps/hub/src/graphql/schema.ts';

const file = join(import.meta.dirname, '../schema.graphql');
const printed = printSorted(schema) + '\n';
if (process.argv[2] !== 'check') await writeFile(file, printed);
else if ((await readFile(file, 'utf8').catch(() => '')) !== printed) {
  console.error(
    'schema.graphql is not what the code makes: run `npm run schema` and review the difference',
  );
  process.exitCode = 1;
}

/** Types and fields by name; an enum's values as they were declared: a life cycle in its course. */
function printSorted(declared: GraphQLSchema): string {
  const sorted = lexicographicSortSchema(declared);
  return Object.values(sorted.getTypeMap())
    .filter(isEnumType)
    .reduce(
      (text, type) =>
        text.replace(printType(type), () => printType(declared.getType(type.name) ?? type)),
      printSchema(sorted),
    );
}
