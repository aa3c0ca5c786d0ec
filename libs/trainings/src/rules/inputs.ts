import {
  bilingual,
  isoDate,
  optionalDate,
  optionalKey,
  optionalLine,
  optionalText,
  requiredLine,
  toDay,
} from '@taizhang/platform/rules';
import { z } from 'zod';

/** The kinds of trainings, meetings and talks. */
export const TRAINING_KINDS = [
  'TRAINING',
  'LECTURE',
  'SYMPOSIUM',
  'MEETING',
  'FIRST_AGENDA_STUDY',
  'CENTRAL_GROUP_STUDY',
  'HEART_TO_HEART_TALK',
  'FIELD_RESEARCH',
  'VISIT',
] as const;

/** Held by the organization itself, or attended elsewhere. */
export const TRAINING_DIRECTIONS = ['HELD', 'ATTENDED'] as const;

const count = z
  .number()
  .int(bilingual('须为整数', 'Must be a whole number'))
  .min(0, bilingual('不能为负', 'Must not be negative'))
  .max(1_000_000);

/** Who was there: a person, or so many of a unit. */
const attendanceInput = z
  .object({ personId: optionalKey, unitId: optionalKey, headcount: count.min(1).nullish() })
  .refine(({ personId, unitId }) => Boolean(personId) !== Boolean(unitId), {
    path: ['personId'],
    message: bilingual('填写人员或单位之一', 'Give a person or a unit, not both'),
  });

/** 场次 */
export const trainingSessionInput = z.object({
  heldOn: isoDate,
  location: optionalLine(200),
  hours: z
    .number()
    .min(0, bilingual('不能为负', 'Must not be negative'))
    .max(999, bilingual('最多 999 学时', 'At most 999 hours'))
    .refine(isInTenths, bilingual('至多一位小数', 'At most one digit behind the point'))
    .nullish(),
  attendanceCount: count.nullish(),
  attendance: z
    .array(attendanceInput)
    .max(500)
    .refine(isEachOnce, bilingual('同一人员或单位只填一次', 'Name each person or unit once'))
    .nullish(),
});

/** As exactly as the ledger keeps hours. */
function isInTenths(hours: number): boolean {
  return Math.round(hours * 10) / 10 === hours;
}

function isEachOnce(attendance: z.output<typeof attendanceInput>[]): boolean {
  return (
    new Set(attendance.map(({ personId, unitId }) => personId ?? unitId)).size === attendance.length
  );
}

/** 登记场次 */
export const trainingSessions = z
  .array(trainingSessionInput)
  .min(1, bilingual('至少一场', 'At least one session'))
  .max(200, bilingual('最多 200 场', 'At most 200 sessions'));

/** The day of the first session, by which lists sort a training. */
export const firstDay = (sessions: readonly { heldOn: string }[]): Date =>
  toDay(sessions.map(({ heldOn }) => heldOn).sort()[0])!;

const subject = {
  kind: z.enum(TRAINING_KINDS),
  direction: z.enum(TRAINING_DIRECTIONS),
  topic: requiredLine(500),
  organizationId: optionalKey,
  responsibleUnitId: optionalKey,
  itemId: optionalKey,
  measureId: optionalKey,
};

/** What is said when a measure is named without its item. */
export const NAMES_THE_ITEM = {
  path: ['itemId'],
  message: bilingual('请同时填写措施所属的问题', 'Name the item of the measure too'),
};

interface Serves {
  itemId?: string | null | undefined;
  measureId?: string | null | undefined;
}
const namesTheItem = ({ itemId, measureId }: Serves) => Boolean(itemId || !measureId);

/** 登记培训会议 */
export const recordTrainingInput = z
  .object({ ...subject, sessions: trainingSessions })
  .refine(namesTheItem, { ...NAMES_THE_ITEM });

/** 计划培训会议 */
export const planTrainingInput = z
  .object({ ...subject, plannedOn: isoDate })
  .refine(namesTheItem, { ...NAMES_THE_ITEM });

/** 修改培训会议: what is left out stays as it is. */
export const editTrainingInput = z.object({
  kind: subject.kind.nullish(),
  direction: subject.direction.nullish(),
  topic: subject.topic.nullish(),
  responsibleUnitId: optionalKey,
  itemId: optionalKey,
  measureId: optionalKey,
  plannedOn: optionalDate,
  reason: optionalText(1_000),
});
