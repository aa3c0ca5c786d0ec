import { ROLES } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';
import { expect, test } from 'vitest';
import { ITEM_LIFE_CYCLE, MEASURE_LIFE_CYCLE, refuseMeasureEdit } from './index.ts';

const ITEM_STATUSES = ITEM_LIFE_CYCLE.everyStatus;
const MEASURE_STATUSES = MEASURE_LIFE_CYCLE.everyStatus;

const everybody: Caller = {
  key: 'p',
  name: 'p',
  personId: 'p',
  isDemo: false,
  organizationId: 'root',
  grants: ROLES.map((role) => ({ role, organizationId: 'root', path: '', organizationIds: null })),
};
const nobody: Caller = { ...everybody, grants: [] };
const measureOf = (
  status: (typeof MEASURE_STATUSES)[number],
  ofItem: (typeof ITEM_STATUSES)[number],
) => ({
  status,
  responsibleUnitId: null,
  submittedById: null,
  item: { status: ofItem, organizationId: 'root', responsibleUnitId: null, supportingUnits: [] },
});

test('a measure is edited until it is settled, while its item is worked on', () => {
  const editable = ITEM_STATUSES.flatMap((item) =>
    MEASURE_STATUSES.filter((status) => !refuseMeasureEdit(measureOf(status, item), everybody)).map(
      (status) => `${item} ${status}`,
    ),
  );
  const open = ['REGISTERED', 'ASSIGNED', 'PLANNED', 'IN_PROGRESS', 'REOPENED'];
  const unsettled = ['DRAFT', 'APPROVED', 'IN_PROGRESS', 'SUBMITTED', 'RETURNED'];
  expect(editable.sort()).toEqual(
    open.flatMap((item) => unsettled.map((status) => `${item} ${status}`)).sort(),
  );
});

test('whoever may not plan measures is refused for that, whatever the status', () => {
  for (const status of MEASURE_STATUSES)
    expect(refuseMeasureEdit(measureOf(status, 'IN_PROGRESS'), nobody)?.kind).toBe('permission');
});
