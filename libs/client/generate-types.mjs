// Writes src/generated/ out of the printed schema: graphql-env.d.ts, which gql.tada infers every query's types from (the
// tsconfig's gql.tada plugin entry says from where to where), and terms.ts, the name of every enum value in both languages.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateOutput } from '@gql.tada/cli-utils';
import { buildSchema, isEnumType, isIntrospectionType } from 'graphql';

await generateOutput({
  output: undefined,
  tsconfig: join(import.meta.dirname, 'tsconfig.json'),
});
await writeTerms();

async function writeTerms() {
  const schema = buildSchema(
    await readFile(join(import.meta.dirname, '../../schema.graphql'), 'utf8'),
  );
  const terms = Object.values(schema.getTypeMap())
    .filter((type) => isEnumType(type) && !isIntrospectionType(type) && isSpoken(type.name))
    .map((type) => [type.name, Object.fromEntries(type.getValues().map(nameInBothLanguages))]);
  const file = join(import.meta.dirname, 'src/generated/terms.ts');
  await writeFile(
    file,
    `export const TERMS = ${JSON.stringify(Object.fromEntries(terms))} as const;\n`,
  );
}

/** Enums that order rows are chosen by clicking a heading; kinds of events have their words in their catalogue. */
function isSpoken(name) {
  return name !== 'SortDirection' && name !== 'EventType' && !name.endsWith('OrderField');
}

/** A value is described as “中文：说明。English: more.”: its names come before what is said of it. */
function nameInBothLanguages({ name, description = '' }) {
  const [, zh, en] =
    /^([^：。]+)(?:：[^。]+)?。([^:]+?)(?:: .+)?\.$/s.exec(description ?? '') ?? [];
  if (!zh || !en)
    throw new Error(`${name} is not described as “中文：说明。English: more.”: ${description}`);
  return [name, { zh, en }];
}
