import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import {
  addMeasureInput,
  attachEvidenceInput,
  editItemInput,
  ITEM_LIFE_CYCLE,
  MEASURE_LIFE_CYCLE,
  registerItemInput,
} from './index.ts';

const { steps: ofItem } = ITEM_LIFE_CYCLE;
const { steps: ofMeasure } = MEASURE_LIFE_CYCLE;

const item = { areaId: 'a', title: '问题' };

describe('what an input may be', () => {
  test.each<[string, z.ZodType, unknown]>([
    ['an item of a title alone', registerItemInput, item],
    [
      'an item with everything',
      registerItemInput,
      {
        ...item,
        ordinal: 999,
        type: 'IMMEDIATE',
        dueOn: '2026-02-28',
        supportingUnitIds: ['u'],
        manifestations: ['甲'],
      },
    ],
    ['an edit of nothing', editItemInput, {}],
    [
      'a form’s empty fields',
      editItemInput,
      { title: '题', dueOn: '', leadLeaderId: '', description: '' },
    ],
    ['a title of 500 characters', registerItemInput, { ...item, title: '长'.repeat(500) }],
    ['a character beyond the basic plane', registerItemInput, { ...item, title: '𠮷' }],
    ['a measure', addMeasureInput, { itemId: 'i', text: '措施' }],
    ['a step without a reason', ofItem.startRectificationItem.input, {}],
  ])('%s', (_title, schema, input) => {
    expect(schema.safeParse(input).success).toBe(true);
  });

  test.each<[string, z.ZodType, unknown, string]>([
    ['no title', registerItemInput, { areaId: 'a' }, 'title'],
    ['a blank title', editItemInput, { title: ' ' }, 'title'],
    ['a title of 501 characters', registerItemInput, { ...item, title: '长'.repeat(501) }, 'title'],
    ['NUL', registerItemInput, { ...item, description: 'a\u0000' }, 'description'],
    ['half a surrogate pair', registerItemInput, { ...item, title: '\uD842' }, 'title'],
    ['an operator for a title', registerItemInput, { ...item, title: { not: '' } }, 'title'],
    ['a day that is none', registerItemInput, { ...item, dueOn: '2026-02-30' }, 'dueOn'],
    ['a moment for a day', registerItemInput, { ...item, dueOn: '2026-02-01T00:00:00Z' }, 'dueOn'],
    ['a day in year 0001', registerItemInput, { ...item, dueOn: '0001-01-01' }, 'dueOn'],
    ['a type that is none', registerItemInput, { ...item, type: 'SOON' }, 'type'],
    ['an ordinal of 1.5', registerItemInput, { ...item, ordinal: 1.5 }, 'ordinal'],
    ['an ordinal of 1000', registerItemInput, { ...item, ordinal: 1000 }, 'ordinal'],
    [
      '51 manifestations',
      registerItemInput,
      { ...item, manifestations: Array(51).fill('甲') },
      'manifestations',
    ],
    ['no text of a measure', addMeasureInput, { itemId: 'i', text: '' }, 'text'],
    ['no progress', ofMeasure.submitMeasure.input, { progress: '\n' }, 'progress'],
    ['no reason', ofItem.returnRectificationItem.input, {}, 'reason'],
    ['a blank reason', ofMeasure.cancelMeasure.input, { replacedById: 'm', reason: ' ' }, 'reason'],
    ['no replacement', ofMeasure.cancelMeasure.input, { reason: '因' }, 'replacedById'],
    ['no leader', ofItem.assignRectificationItem.input, { leadLeaderId: '' }, 'leadLeaderId'],
    ['no review day', ofItem.holdRectificationItemLongTerm.input, { reviewOn: '' }, 'reviewOn'],
    ['no file name', attachEvidenceInput, { itemId: 'i', fileId: 'f', fileName: '' }, 'fileName'],
  ])('not %s', (_title, schema, input, field) => {
    const result = schema.safeParse(input);
    expect(result.error?.issues.map(({ path }) => path[0])).toContain(field);
  });
});
