import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { EXAMPLES } from '@taizhang/demo';
import { schema } from '../src/graphql/schema.ts';

test.each(EXAMPLES)('the example of GraphiQL is valid: %s', (example) => {
  expect(validate(schema, parse(example))).toEqual([]);
});
