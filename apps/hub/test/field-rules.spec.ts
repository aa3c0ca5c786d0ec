import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../src/graphql/schema.ts';
import { fieldsWithoutRule } from './harness/field-rules.ts';

test('of every field that leads to records, and of every root field, it is said who may read it', () => {
  expect(fieldsWithoutRule(schema)).toEqual([]);
});

/** A schema of one record type, one field that leads to it and one root field. */
function scratch({ type, root }: { type?: string; root?: string }) {
  const record = new GraphQLObjectType({
    name: 'Secret',
    fields: { text: { type: GraphQLString } },
    extensions: { pothosPrismaModel: 'Secret', ...(type !== undefined && { readBy: type }) },
  });
  const holder = new GraphQLObjectType({ name: 'Holder', fields: { secrets: { type: record } } });
  const query = new GraphQLObjectType({
    name: 'Query',
    fields: { holder: { type: holder, extensions: root === undefined ? {} : { readBy: root } } },
  });
  return fieldsWithoutRule(new GraphQLSchema({ query }));
}

test.each([
  ['a root field', { type: 'visibleSecrets' }, ['Query.holder']],
  ['a field to a record', { root: 'signed in' }, ['Holder.secrets']],
  ['a rule that says nothing', { root: 'signed in', type: '' }, ['Holder.secrets']],
  ['nothing, where all is said', { root: 'signed in', type: 'visibleSecrets' }, []],
])('the walk names %s without a rule', (_title, said, missing) => {
  expect(scratch(said)).toEqual(missing);
});
