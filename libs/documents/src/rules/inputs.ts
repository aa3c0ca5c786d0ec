import {
  bilingual,
  optionalDate,
  optionalKey,
  optionalLine,
  optionalText,
  requiredLine,
} from '@taizhang/platform/rules';
import { z } from 'zod';
import { DOCUMENT_LIFE_CYCLE } from './document-life-cycle.ts';

/** What can be done with a document. */
export const DOCUMENT_ACTIONS = [
  'REVISE',
  'ESTABLISH',
  'DRAFT',
  'ISSUE',
  'REPEAL',
  'BEGIN_REVISION',
  'MENTION',
] as const;

/** 新增制度文件, with what was done with it where that is known. */
export const addDocumentInput = z
  .object({
    title: requiredLine(300),
    organizationId: optionalKey,
    responsibleUnitId: optionalKey,
    status: z.enum(DOCUMENT_LIFE_CYCLE.everyStatus).nullish(),
    action: z.enum(DOCUMENT_ACTIONS).nullish(),
    actedOn: optionalDate,
    itemId: optionalKey,
    measureId: optionalKey,
  })
  .refine(({ itemId, measureId }) => itemId || !measureId, {
    path: ['itemId'],
    message: bilingual('请同时填写措施所属的问题', 'Name the item of the measure too'),
  })
  .refine(({ itemId, actedOn, action }) => action || !(itemId || actedOn), {
    path: ['action'],
    message: bilingual('请说明对该文件做了什么', 'Say what was done with the document'),
  });

/** 修改制度文件: what is left out stays as it is. */
export const editDocumentInput = z.object({
  title: requiredLine(300).nullish(),
  responsibleUnitId: optionalKey,
  reason: optionalText(1_000),
});

/** 新增版本: a text with its number and days. */
export const addDocumentVersionInput = z
  .object({
    documentNumber: optionalLine(100),
    issuedOn: optionalDate,
    effectiveOn: optionalDate,
    summary: optionalText(2_000),
    text: optionalText(200_000),
    fileId: optionalKey,
  })
  .refine(({ issuedOn, effectiveOn }) => !issuedOn || !effectiveOn || issuedOn <= effectiveOn, {
    path: ['effectiveOn'],
    message: bilingual('施行日期不能早于印发日期', 'It cannot take effect before it is issued'),
  })
  .refine((version) => Object.values(version).some(Boolean), {
    path: ['documentNumber'],
    message: bilingual('请至少填写一项', 'Fill in at least one field'),
  });
