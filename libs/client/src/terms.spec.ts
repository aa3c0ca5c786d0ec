import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { TERMS, termValues, type Term, type TermKind } from './terms.ts';

const schema = buildSchema(
  readFileSync(join(import.meta.dirname, '../../../schema.graphql'), 'utf8'),
);

describe('the names of the schema’s enum values', () => {
  it('come before what is said of them', () => {
    expect(TERMS.ItemStatus.CLOSED).toEqual({ zh: '已销号', en: 'Closed' });
    expect(TERMS.Role.PARTY_AFFAIRS).toEqual({ zh: '党群科', en: 'Party-affairs section' });
  });

  it.each(Object.keys(TERMS) as TermKind[])('name every value of %s in its order', (kind) => {
    const type = schema.getType(kind);
    if (!isEnumType(type)) throw new Error(`${kind} is no enum of the schema`);
    expect(termValues(kind)).toEqual(type.getValues().map(({ name }) => name));
    for (const { zh, en } of Object.values<Term>(TERMS[kind])) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('leave out only what orders rows and what events have in their catalogue', () => {
    const unnamed = Object.values(schema.getTypeMap())
      .filter((type) => isEnumType(type) && !type.name.startsWith('__') && !(type.name in TERMS))
      .map(({ name }) => name);
    expect(unnamed.every((name) => /OrderField$|^SortDirection$|^EventType$/.test(name))).toBe(
      true,
    );
  });
});
