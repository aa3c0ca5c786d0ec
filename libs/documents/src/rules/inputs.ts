import {
  bilingual,
  isoDate,
  optionalDate,
  optionalKey,
  optionalLine,
  optionalText,
  requiredKey,
  requiredLine,
  requiredText,
} from '@taizhang/platform/rules';
import { z } from 'zod';
import { DOCUMENT_STATUSES } from './document-life-cycle.ts';

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
    status: z.enum(DOCUMENT_STATUSES).nullish(),
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
  title: requiredText(300).nullish(),
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

/** A step that may say why. */
export const stepDocumentInput = z.object({ reason: optionalText(1_000) });

/** A step that must say why. */
export const stepDocumentWithReasonInput = z.object({ reason: requiredText(1_000) });

/** 征求意见: until when comments are taken. */
export const consultOnDocumentInput = z.object({ closesOn: isoDate, reason: optionalText(1_000) });

/** 提交合法性审核: how many comments came in before. */
export const submitDocumentForLegalReviewInput = z.object({
  commentCount: z
    .number()
    .int(bilingual('须为整数', 'Must be a whole number'))
    .min(0, bilingual('不能为负', 'Must not be negative'))
    .max(1_000_000),
  reason: optionalText(1_000),
});

/** 征求意见后修改: how many comments came in, and why it is written anew. */
export const redraftDocumentInput = submitDocumentForLegalReviewInput.extend({
  reason: requiredText(1_000),
});

/** 印发: number, date and file; without one of them nothing counts as issued. */
export const issueDocumentInput = z
  .object({
    documentNumber: requiredLine(100),
    issuedOn: isoDate,
    effectiveOn: optionalDate,
    fileId: requiredKey,
    reason: optionalText(1_000),
  })
  .refine(({ issuedOn, effectiveOn }) => !effectiveOn || issuedOn <= effectiveOn, {
    path: ['effectiveOn'],
    message: bilingual('施行日期不能早于印发日期', 'It cannot take effect before it is issued'),
  });
