import { optionalDate, optionalText, requiredKey, requiredText } from '@taizhang/platform/rules';
import { z } from 'zod';

/** 更新进展 */
export const updateEntryInput = z.object({
  progress: requiredText(5_000),
  difficulties: optionalText(2_000),
  nextStep: optionalText(2_000),
  expectedOn: optionalDate,
});

/** 催报 */
export const remindUnitsInput = z.object({ reportId: requiredKey });

/** 汇总: the late units that the report does without are named one by one. */
export const compileReportInput = z.object({
  summary: optionalText(10_000),
  acceptedLateUnitIds: z.array(requiredKey).max(200).nullish(),
});

/** 修改综述 */
export const editSummaryInput = z.object({ summary: requiredText(10_000) });
