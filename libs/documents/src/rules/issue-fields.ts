import {
  bilingual,
  dayField,
  reasonField,
  requiredDayField,
  requiredRecordField,
  requiredTextField,
} from '@taizhang/platform/rules';
import { z } from 'zod';

/** 印发: number, day and file; without one of them nothing counts as issued. */
export const issueFields = {
  documentNumber: requiredTextField({
    label: bilingual('文号', 'Number'),
    description: '文号。Its official number.',
    max: 100,
  }),
  issuedOn: requiredDayField({
    label: bilingual('印发日期', 'Issued on'),
    description: '印发日期。The day it was issued.',
  }),
  effectiveOn: dayField({
    label: bilingual('施行日期', 'In force from'),
    description: '施行日期。The day it takes effect.',
  }),
  fileId: requiredRecordField('StoredFile', {
    label: bilingual('文件', 'File'),
    description: '文件。The `fileId` that POST /files answered with.',
  }),
};

/** The days of its papers in their order. */
export const issueInput = z
  .object({
    documentNumber: issueFields.documentNumber.rule,
    issuedOn: issueFields.issuedOn.rule,
    effectiveOn: issueFields.effectiveOn.rule,
    fileId: issueFields.fileId.rule,
    reason: reasonField().rule,
  })
  .refine(({ issuedOn, effectiveOn }) => !effectiveOn || issuedOn <= effectiveOn, {
    path: ['effectiveOn'],
    message: bilingual('施行日期不能早于印发日期', 'It cannot take effect before it is issued'),
  });
