import {
  bilingual,
  fieldShape,
  fileName,
  optionalDate,
  optionalKey,
  optionalText,
  requiredKey,
  requiredText,
} from '@taizhang/platform/rules';
import { z } from 'zod';
import { ITEM_FIELDS } from './item-fields.ts';

const itemFields = fieldShape(ITEM_FIELDS);

/** 登记问题: what a new ledger row needs. */
export const registerItemInput = z.object({
  areaId: requiredKey,
  ordinal: z.number().int().min(1, bilingual('从 1 开始', 'Starts at 1')).max(999).nullish(),
  ...itemFields,
});

/** 编辑问题: every field of the row as it should be afterwards; an absent one stays as it is. */
export const editItemInput = z.object({ ...itemFields, title: itemFields.title.nullish() });

/** 新增措施 */
export const addMeasureInput = z.object({
  itemId: requiredKey,
  text: requiredText(5_000),
  ownerId: optionalKey,
  responsibleUnitId: optionalKey,
  dueOn: optionalDate,
});

/** 上传佐证 */
export const attachEvidenceInput = z.object({
  itemId: requiredKey,
  measureId: optionalKey,
  fileId: requiredKey,
  fileName,
  description: optionalText(1_000),
});

/** 复用佐证: a file that proves something already, for another item or measure. */
export const reuseEvidenceInput = z.object({
  evidenceId: requiredKey,
  itemId: requiredKey,
  measureId: optionalKey,
  description: optionalText(1_000),
});
