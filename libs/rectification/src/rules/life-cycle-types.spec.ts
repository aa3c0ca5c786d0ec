import { defineLifeCycle } from '@taizhang/access/rules';
import type { ColumnChanges, NewRow, Row } from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { describe, expectTypeOf, test } from 'vitest';
import { ITEM_LIFE_CYCLE, type ItemStatus } from './index.ts';

// What the compiler refuses: it is the check of the types that fails where a line below stops being an error.

const words = bilingual('试', 'Test');
const PLAN = {
  subject: 'RectificationPlan',
  words,
  places: ({
    organizationId,
  }: {
    organizationId: string;
    status: Row<'RectificationPlan'>['status'];
  }) => [organizationId],
  born: {},
  steps: () => ({}),
} as const;
const OPEN = { words, traits: { isOpen: true, isEditable: true } };

describe('a life cycle', () => {
  test('says of every status of its column what holds of it', () => {
    defineLifeCycle({ ...PLAN, statuses: { DRAFT: OPEN, APPROVED: OPEN } });
    // @ts-expect-error a status is left out
    defineLifeCycle({ ...PLAN, statuses: { DRAFT: OPEN } });
    // @ts-expect-error a status says nothing of itself
    defineLifeCycle({ ...PLAN, statuses: { DRAFT: OPEN, APPROVED: { words } } });
    defineLifeCycle({
      ...PLAN,
      // @ts-expect-error a trait is left open
      statuses: { DRAFT: OPEN, APPROVED: { words, traits: { isOpen: true } } },
    });
    // @ts-expect-error the column is none of a status
    defineLifeCycle({ ...PLAN, column: 'title', statuses: { DRAFT: OPEN, APPROVED: OPEN } });
  });

  test('has the statuses and traits that its table has, and no others', () => {
    expectTypeOf<ItemStatus>().toEqualTypeOf<Row<'RectificationItem'>['status']>();
    // @ts-expect-error no such trait
    ITEM_LIFE_CYCLE.statusesThatAre('isForgotten');
    expectTypeOf(ITEM_LIFE_CYCLE.is).parameter(1).toEqualTypeOf<ItemStatus>();
  });
});

describe('whoever writes rows', () => {
  test('cannot name the status: only the steps of the life cycle write it', () => {
    expectTypeOf<{ title: string }>().toExtend<ColumnChanges<'RectificationItem'>>();
    expectTypeOf<{ title: string; status: 'CLOSED' }>().not.toExtend<
      ColumnChanges<'RectificationItem'>
    >();
    expectTypeOf<{ result: 'PASSED' }>().not.toExtend<ColumnChanges<'LookBackSample'>>();
    expectTypeOf<{ answer: 'CONFIRMED' }>().not.toExtend<ColumnChanges<'BiweeklyEntry'>>();
    expectTypeOf<NewRow<'InstitutionalDocument'>['status']>().toEqualTypeOf<undefined>();
  });
});
