// Writes src/generated/graphql-env.d.ts, which gql.tada infers every query's types from, out of the
// printed schema. The tsconfig's gql.tada plugin entry says from where to where.
import { join } from 'node:path';
import { generateOutput } from '@gql.tada/cli-utils';

await generateOutput({
  output: undefined,
  tsconfig: join(import.meta.dirname, 'tsconfig.json'),
});
