import { optionalKey, optionalText, requiredKey, requiredLine } from '@taizhang/platform/rules';
import { z } from 'zod';
import { MOST_FIELDS } from './definition.ts';
import { valueInput } from './entry-values.ts';

const values = z.array(valueInput).max(MOST_FIELDS).default([]);

/** 登记 */
export const registerEntryInput = z.object({
  registerId: requiredKey,
  unitId: optionalKey,
  values,
});

/** 修改登记 */
export const editEntryInput = z.object({ values, reason: optionalText(1_000) });

/** 办理步骤 */
export const takeStepInput = z.object({
  step: requiredLine(40),
  values,
  reason: optionalText(1_000),
});
