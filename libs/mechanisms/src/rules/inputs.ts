import {
  bilingual,
  fieldShape,
  isoDate,
  optionalDate,
  optionalKey,
  optionalText,
  requiredKey,
  requiredLine,
  requiredText,
} from '@taizhang/platform/rules';
import { TRAINING_KINDS } from '@taizhang/trainings/rules';
import { z } from 'zod';
import {
  CADENCE_KINDS,
  CADENCE_PERIODS,
  DAY_OFF_RULES,
  DELAY_UNITS,
  type Cadence,
} from './cadence/cadence.type.ts';
import { readRule } from './cadence/read-rule.ts';
import { MECHANISM_FIELDS } from './mechanism-fields.ts';

const whole = (from: number, to: number) =>
  z
    .number()
    .int(bilingual('须为整数', 'Must be a whole number'))
    .min(from, bilingual(`至少 ${from}`, `At least ${from}`))
    .max(to, bilingual(`最多 ${to}`, `At most ${to}`));

const MISSING: Readonly<Record<string, string>> = {
  recurrenceRule: bilingual('请填写规则', 'Give the rule'),
  times: bilingual('请填写每期次数', 'Say how many times'),
  period: bilingual('请选择周期', 'Choose the period'),
  factKind: bilingual('请填写业务事实的类型', 'Say which kind of fact starts the clock'),
  delayCount: bilingual('请填写时限', 'Say how long the clock runs'),
  delayUnit: bilingual('请选择时限单位', 'Choose the unit of the delay'),
};
const NEEDS = {
  RULE: ['recurrenceRule'],
  TIMES: ['times', 'period'],
  FACT: ['factKind', 'delayCount', 'delayUnit'],
} as const;

/** 频次: when a mechanism falls due. */
export const cadenceInput = z
  .object({
    kind: z.enum(CADENCE_KINDS),
    recurrenceRule: requiredLine(300).nullish(),
    times: whole(1, 20).nullish(),
    period: z.enum(CADENCE_PERIODS).nullish(),
    factKind: requiredLine(100).nullish(),
    delayCount: whole(0, 400).nullish(),
    delayUnit: z.enum(DELAY_UNITS).nullish(),
    dayOff: z.enum(DAY_OFF_RULES).nullish(),
    graceCount: whole(0, 90).nullish(),
    graceUnit: z.enum(['DAY', 'WORKING_DAY']).nullish(),
  })
  .check(({ value, issues }) => {
    for (const field of NEEDS[value.kind])
      if (value[field] === null || value[field] === undefined)
        issues.push({ code: 'custom', path: [field], message: MISSING[field]!, input: value });
    const read =
      value.kind === 'RULE' && value.recurrenceRule ? readRule(value.recurrenceRule) : null;
    if (read && 'wrong' in read)
      issues.push({ code: 'custom', path: ['recurrenceRule'], message: read.wrong, input: value });
  });
export type CadenceInput = z.output<typeof cadenceInput>;

/** The cadence that a checked input says. */
export function cadenceOf(input: CadenceInput): Cadence {
  switch (input.kind) {
    case 'RULE':
      return { kind: 'RULE', rule: input.recurrenceRule! };
    case 'TIMES':
      return { kind: 'TIMES', times: input.times!, period: input.period! };
    case 'FACT':
      return {
        kind: 'FACT',
        factKind: input.factKind!,
        delay: { count: input.delayCount!, unit: input.delayUnit! },
      };
  }
}

const shape = fieldShape(MECHANISM_FIELDS);
const origins = { measureId: optionalKey, itemId: optionalKey, documentId: optionalKey };
const trainingKind = z.enum(TRAINING_KINDS).nullish();

/** 建立长效机制: of a measure nothing else need be said. */
export const addMechanismInput = z
  .object({
    ...shape,
    title: shape.title.nullish(),
    organizationId: optionalKey,
    ...origins,
    doneByTraining: trainingKind,
    startsOn: optionalDate,
    cadence: cadenceInput.nullish(),
  })
  .refine(({ title, measureId }) => Boolean(title ?? measureId), {
    path: ['title'],
    message: bilingual(
      '请填写机制名称，或指明来源措施',
      'Give a title, or the measure it comes from',
    ),
  })
  .refine(({ cadence, measureId }) => Boolean(cadence ?? measureId), {
    path: ['cadence'],
    message: bilingual(
      '请填写频次，或指明来源措施',
      'Say when it falls due, or the measure it comes from',
    ),
  });

/** 修改长效机制: what is left out stays. */
export const editMechanismInput = z.object({
  ...shape,
  title: shape.title.nullish(),
  documentId: optionalKey,
  doneByTraining: trainingKind,
  reason: optionalText(1_000),
});

/** 调整频次 */
export const changeCadenceInput = z.object({
  cadence: cadenceInput,
  fromOn: optionalDate,
  reason: requiredText(1_000),
});

/** 登记业务事实 */
export const registerFactInput = z.object({
  kind: requiredLine(100),
  system: requiredLine(100),
  key: requiredLine(200),
  title: requiredLine(300),
  happenedOn: isoDate,
  organizationId: requiredKey,
});

/** 公布工作日历 */
export const publishCalendarInput = z
  .object({
    year: whole(2000, 2199),
    source: requiredLine(300),
    daysOff: z.array(isoDate).min(1).max(366),
    workedDays: z.array(isoDate).max(104),
  })
  .check(({ value, issues }) => {
    for (const field of ['daysOff', 'workedDays'] as const)
      for (const [index, day] of value[field].entries())
        if (!day.startsWith(String(value.year)))
          issues.push({
            code: 'custom',
            path: [field, index],
            input: day,
            message: bilingual(`${day} 不在 ${value.year} 年`, `${day} is not in ${value.year}`),
          });
    const both = value.workedDays.find((day) => value.daysOff.includes(day));
    if (both)
      issues.push({
        code: 'custom',
        path: ['workedDays'],
        input: value,
        message: bilingual(`${both} 既放假又上班`, `${both} is both off and worked`),
      });
  });
