import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldConditions, type ConditionValues } from '@taizhang/platform/rules';
import fc from 'fast-check';
import { buildSchema, isInputObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';

import {
  ITEM_FILTER_FIELDS,
  itemFilterKey,
  readItemFilter,
  writeItemFilter,
  type ItemFilterAddress,
} from './item-filter-address.ts';
import { ITEM_LIFE_CYCLE } from './item-life-cycle.ts';
import { FILTERED_FIELDS, RECTIFICATION_TYPES } from './item-fields.ts';

const ITEM_STATUSES = ITEM_LIFE_CYCLE.everyStatus;

/** Conditions that hold others: an address lists conditions that all hold. */
const COMBINING = ['and', 'or', 'not'];

const text = fc.string({ unit: 'grapheme', minLength: 1 });
const ids = fc.uniqueArray(
  text.filter((value) => !value.includes(',')),
  { minLength: 1, maxLength: 4 },
);
const moment = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
  .map((value) => value.toISOString());
const day = moment.map((value) => value.slice(0, 10));

const words = text.filter((value) => value.trim() !== '');

/** Any value of each condition that follows from the description of a field. */
const described = Object.fromEntries(
  fieldConditions(FILTERED_FIELDS).map(({ name, kind, field }): [string, fc.Arbitrary<unknown>] => {
    if (kind === 'CONTAINS') return [name, words];
    if (kind === 'ONE_OF' && field.kind === 'CHOICE')
      return [name, fc.uniqueArray(fc.constantFrom(...field.values), { minLength: 1 })];
    return [name, kind === 'IS' || kind === 'HAS' ? fc.boolean() : fc.nat()];
  }),
) as {
  [Name in keyof ConditionValues<typeof FILTERED_FIELDS>]: fc.Arbitrary<
    ConditionValues<typeof FILTERED_FIELDS>[Name]
  >;
};

/** Any filter that an address can hold. */
const filters: fc.Arbitrary<ItemFilterAddress> = fc.record(
  {
    roundId: ids,
    organizationId: ids,
    year: fc.integer({ min: 1900, max: 2199 }),
    status: fc.uniqueArray(fc.constantFrom(...ITEM_STATUSES), { minLength: 1 }),
    areaId: ids,
    responsibleUnitId: ids,
    hasResponsibleUnit: fc.boolean(),
    leadLeaderId: ids,
    hasLeadLeader: fc.boolean(),
    type: fc.uniqueArray(fc.constantFrom(...RECTIFICATION_TYPES), { minLength: 1 }),
    hasType: fc.boolean(),
    overdue: fc.boolean(),
    hasAcceptedEvidence: fc.boolean(),
    hasDueOn: fc.boolean(),
    dueFrom: day,
    dueTo: day,
    closedFrom: day,
    closedTo: day,
    ...described,
    changedSince: moment,
    text: words,
  } satisfies { [Name in keyof Required<ItemFilterAddress>]: unknown },
  { requiredKeys: [] },
);

const keys = ITEM_FILTER_FIELDS.map(itemFilterKey);
const SEED = { seed: 20_271_127, numRuns: 500 };

describe('a filter of items in an address', () => {
  test('comes back as it was, through the text of the address', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const address = writeItemFilter(filter).toString();
        expect(readItemFilter(new URLSearchParams(address))).toEqual(filter);
      }),
      SEED,
    );
  });

  test('reads any address as some filter, and writes that one way', () => {
    const value = fc.oneof(
      text,
      fc.constantFrom('true', 'false', '1', '2025', '2025-02-30', '2025-02-28', 'CLOSED,CLOSED'),
      fc.constantFrom(...ITEM_STATUSES, ...RECTIFICATION_TYPES),
    );
    const addresses = fc.array(fc.tuple(fc.constantFrom(...keys, 'after', 'sort'), value));
    fc.assert(
      fc.property(addresses, (pairs) => {
        const filter = readItemFilter(new URLSearchParams(pairs));
        expect(readItemFilter(writeItemFilter(filter))).toEqual(filter);
      }),
      SEED,
    );
  });

  test.each([
    ['status=FOO,CLOSED&overdue=yes&type=EVERY', { status: ['CLOSED'] }],
    ['year=99999&dueFrom=2025-02-30&dueTo=bad&text=%20', {}],
    ['hasUnit=false&sort=-dueOn&after=x', { hasResponsibleUnit: false }],
    ['area=A,,B&changedSince=2025-02-30T00:00:00Z', { areaId: ['A', 'B'] }],
    ['round=R&round=S', { roundId: ['R'] }],
  ])('leaves out what is no value: %s', (address, filter) => {
    expect(readItemFilter(new URLSearchParams(address))).toEqual(filter);
  });

  test('is read for some conditions alone where only these can be shown', () => {
    const params = new URLSearchParams('round=R&area=A&text=x');
    expect(readItemFilter(params, ['areaId', 'type'])).toEqual({ areaId: ['A'] });
  });

  test('holds every condition that the hub takes, each under a key of its own', () => {
    const schema = buildSchema(
      readFileSync(join(import.meta.dirname, '../../../../schema.graphql'), 'utf8'),
    );
    const input = schema.getType('RectificationItemFilter');
    const names = isInputObjectType(input) ? Object.keys(input.getFields()) : [];
    expect([...ITEM_FILTER_FIELDS].sort()).toEqual(
      names.filter((name) => !COMBINING.includes(name)).sort(),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});
