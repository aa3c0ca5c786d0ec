import { describe, expect, test } from 'vitest';
import { COMPARED_FIELDS, compareSnapshots, type ComparableRow } from './index.ts';

const row = (itemId: string, fields: Partial<ComparableRow> = {}): ComparableRow => ({
  itemId,
  code: itemId,
  areaTitle: '方面',
  title: '问题',
  status: 'IN_PROGRESS',
  responsibleUnitName: '办公室',
  leadLeaderName: null,
  dueOn: '2025-06-30',
  isOverdue: false,
  measureCounts: { ACCEPTED: 1, APPROVED: 2 },
  acceptedEvidenceCount: 0,
  progress: null,
  difficulties: null,
  nextStep: null,
  expectedOn: null,
  ...fields,
});

describe('two snapshots', () => {
  test('tell items added and removed from those kept', () => {
    const result = compareSnapshots([row('a'), row('b')], [row('b'), row('c')]);
    expect(result.added.map(({ itemId }) => itemId)).toEqual(['c']);
    expect(result.removed.map(({ itemId }) => itemId)).toEqual(['a']);
    expect([result.changed, result.unchangedCount]).toEqual([[], 1]);
  });

  test.each<[string, Partial<ComparableRow>, string | null, string | null]>([
    ['status', { status: 'CLOSED' }, 'IN_PROGRESS', 'CLOSED'],
    ['leadLeaderName', { leadLeaderName: '分管领导' }, null, '分管领导'],
    ['dueOn', { dueOn: null }, '2025-06-30', null],
    ['isOverdue', { isOverdue: true }, 'false', 'true'],
    ['acceptedEvidenceCount', { acceptedEvidenceCount: 3 }, '0', '3'],
    ['measureCounts', { measureCounts: { ACCEPTED: 3 } }, 'ACCEPTED 1, APPROVED 2', 'ACCEPTED 3'],
    ['progress', { progress: '已完成' }, null, '已完成'],
  ])('show the field %s before and after', (field, change, before, after) => {
    expect(compareSnapshots([row('a')], [row('a', change)]).changed).toMatchObject([
      { fields: [{ field, before, after }] },
    ]);
  });

  test('do not differ by an empty text or by the order of counts', () => {
    const other = row('a', { progress: '', measureCounts: { APPROVED: 2, ACCEPTED: 1 } });
    expect(compareSnapshots([row('a')], [other])).toMatchObject({ changed: [], unchangedCount: 1 });
  });

  test('compare every field there is beside the key, the code and the place', () => {
    const fields = Object.keys(row('a')).filter((name) => name !== 'itemId' && name !== 'code');
    expect([...COMPARED_FIELDS].sort()).toEqual(fields.sort());
  });
});
