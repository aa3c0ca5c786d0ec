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

const number = () => z.number(bilingual('请填数字', 'Give a number'));
const whole = () => number().int(bilingual('须为整数', 'A whole number'));
const from1To100 = bilingual('1 到 100', '1 to 100');
const count = whole().min(0, bilingual('不能为负数', 'Not below zero')).max(10_000_000);

/** 申请延期 */
export const requestExtensionInput = z.object({
  itemId: requiredKey,
  requestedDueOn: isoDate,
  reason: requiredText(1_000),
});

/** 督办、催办 */
export const superviseItemInput = z.object({
  itemId: requiredKey,
  kind: z.enum(['SUPERVISION', 'REMINDER']),
  note: requiredText(2_000),
});

/** 新增阶段目标 */
export const addMilestoneInput = z.object({
  itemId: requiredKey,
  title: requiredLine(500),
  dueOn: optionalDate,
});

const roundFields = {
  title: requiredLine(500),
  kind: z.enum(['INSPECTION', 'AUDIT']).nullish(),
  inspectionTeam: optionalLine(200),
  inspectedFrom: optionalDate,
  inspectedTo: optionalDate,
  feedbackOn: optionalDate,
  intensivePeriodEndsOn: optionalDate,
};

/** 登记轮次 */
export const addRoundInput = z.object({
  code: requiredLine(60).regex(
    /^[A-Za-z0-9][A-Za-z0-9-]*$/,
    bilingual('只用字母、数字和短横', 'Only letters, digits and hyphens'),
  ),
  inspectedOrganizationId: requiredKey,
  ...roundFields,
});

/** 编辑轮次: absent fields stay. */
export const editRoundInput = z.object({ ...roundFields, title: roundFields.title.nullish() });

/** Days of a round in the order in which they have to fall. */
export const ROUND_DAYS = [
  'inspectedFrom',
  'inspectedTo',
  'feedbackOn',
  'intensivePeriodEndsOn',
] as const;
export type RoundDays = Partial<Record<(typeof ROUND_DAYS)[number], string | null>>;

/** The day of a round that comes before one that it must not precede; null when all follow each other. */
export function misplacedDay(days: RoundDays): (typeof ROUND_DAYS)[number] | null {
  const before = (one?: string | null, other?: string | null) => !!one && !!other && other < one;
  if (before(days.inspectedFrom, days.inspectedTo)) return 'inspectedTo';
  if (before(days.inspectedFrom, days.feedbackOn)) return 'feedbackOn';
  return before(days.feedbackOn, days.intensivePeriodEndsOn) ? 'intensivePeriodEndsOn' : null;
}

/** 新增方面 */
export const addAreaInput = z.object({ title: requiredLine(500) });

/** 领导小组成员 */
export const addGroupMemberInput = z.object({
  personId: requiredKey,
  post: z.enum(['HEAD', 'DEPUTY_HEAD', 'MEMBER']),
});
export const removeGroupMemberInput = z.object({ personId: requiredKey });

/** 起草方案 */
export const addPlanInput = z.object({ roundId: requiredKey, title: requiredLine(500) });

/** 抽取回头看样本: so many, or so many of a hundred. */
export const drawLookBackInput = z
  .object({
    roundId: requiredKey,
    title: requiredLine(200),
    sampleSize: whole()
      .min(1, bilingual('至少 1 件', 'At least 1'))
      .max(1_000, bilingual('至多 1000 件', 'At most 1000'))
      .nullish(),
    percent: number().min(1, from1To100).max(100, from1To100).nullish(),
  })
  .refine(
    ({ sampleSize, percent }) => (sampleSize ?? null) === null || (percent ?? null) === null,
    {
      path: ['percent'],
      message: bilingual('件数与比例只填一项', 'Give a number or a percentage, not both'),
    },
  )
  .refine(({ sampleSize, percent }) => (sampleSize ?? percent ?? null) !== null, {
    path: ['sampleSize'],
    message: bilingual('请填件数或比例', 'Give a number or a percentage'),
  });

/** 登记满意度测评: counts only. */
export const recordSurveyInput = z
  .object({
    roundId: requiredKey,
    itemId: optionalKey,
    title: requiredLine(200),
    heldOn: isoDate,
    asked: count.min(1, bilingual('至少 1 人', 'At least 1')),
    satisfied: count,
    basicallySatisfied: count,
    dissatisfied: count,
  })
  .refine(
    ({ asked, satisfied, basicallySatisfied, dissatisfied }) =>
      satisfied + basicallySatisfied + dissatisfied <= asked,
    {
      path: ['asked'],
      message: bilingual('答复合计不能多于发放数', 'More answers than were asked for'),
    },
  );

const criteria = z
  .array(
    z.object({ name: requiredLine(200), weight: whole().min(1, from1To100).max(100, from1To100) }),
  )
  .min(1, bilingual('至少一项指标', 'At least one criterion'))
  .max(30)
  .refine((list) => list.reduce((sum, { weight }) => sum + weight, 0) === 100, {
    message: bilingual('各项权重之和须为 100', 'The weights have to sum to 100'),
  });

/** 新建评分表 */
export const addScorecardInput = z.object({
  organizationId: requiredKey,
  title: requiredLine(200),
  criteria,
});

/** 评分表新版本 */
export const addScorecardVersionInput = z.object({ criteria });

const scores = z
  .array(
    z.object({
      criterionId: requiredKey,
      score: whole()
        .min(0, bilingual('0 到 100', '0 to 100'))
        .max(100, bilingual('0 到 100', '0 to 100')),
      comment: optionalText(1_000),
    }),
  )
  .max(30);

/** 成效评估 */
export const addEvaluationInput = z.object({
  roundId: requiredKey,
  itemId: optionalKey,
  scorecardVersionId: requiredKey,
  conclusion: optionalText(2_000),
  scores,
});

/** 修改评估: all scores anew. */
export const editEvaluationInput = z.object({ conclusion: optionalText(2_000), scores });
