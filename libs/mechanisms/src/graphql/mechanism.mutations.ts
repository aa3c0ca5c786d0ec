import {
  builder,
  commandMutation,
  inputFieldsOf,
  stepMutations,
  type CommandInput,
} from '@taizhang/platform';
import { addMechanism } from '../commands/add-mechanism.ts';
import { changeCadence } from '../commands/change-cadence.ts';
import { editMechanism } from '../commands/edit-mechanism.ts';
import { mechanismSteps } from '../commands/mechanism-steps.ts';
import { occurrenceSteps } from '../commands/occurrence-steps.ts';
import { publishCalendar } from '../commands/publish-calendar.ts';
import { registerFact } from '../commands/register-fact.ts';
import { MECHANISM_FIELDS, MECHANISM_LIFE_CYCLE, OCCURRENCE_LIFE_CYCLE } from '../rules/index.ts';
import {
  CadencePeriodType,
  DayOffRuleType,
  DelayUnitType,
  MechanismCadenceType,
} from './enums.type.ts';

export const CadenceInput = builder.inputType('MechanismCadenceInput', {
  description:
    '频次。When a mechanism falls due: a rule, so many times in each period, or a clock that a fact starts.',
  fields: (t) => ({
    kind: t.field({
      type: MechanismCadenceType,
      required: true,
      description: '频次类型。By what it falls due; the other fields say the rest.',
    }),
    recurrenceRule: t.string({
      description:
        '规则。Of a RULE: RFC 5545 by days, such as FREQ=MONTHLY;BYMONTHDAY=31, which falls on the last day of shorter months.',
    }),
    times: t.int({ description: '每期次数。Of TIMES: how often in each period, due at its end.' }),
    period: t.field({ type: CadencePeriodType, description: '周期。Of TIMES: the period.' }),
    factKind: t.string({
      description: '业务事实类型。Of a FACT: which kind starts the clock, such as business-opened.',
    }),
    delayCount: t.int({ description: '时限。Of a FACT: how long the clock runs.' }),
    delayUnit: t.field({
      type: DelayUnitType,
      description: '时限单位。Of a FACT: days, working days or months.',
    }),
    dayOff: t.field({
      type: DayOffRuleType,
      description: '遇休息日。Where what falls on a day off goes; AFTER when unsaid.',
    }),
    graceCount: t.int({
      description: '宽限。How long after its day it still counts as kept; 0 when unsaid.',
    }),
    graceUnit: t.field({
      type: DelayUnitType,
      description: '宽限单位。DAY or WORKING_DAY; DAY when unsaid.',
    }),
  }),
});

type Fields = NonNullable<Parameters<typeof commandMutation>[0]['fields']>;

const IDS = {
  organizationId: 'Organization',
  responsibleUnitId: 'Organization',
  ownerId: 'Person',
  itemId: 'RectificationItem',
  measureId: 'CorrectiveMeasure',
  documentId: 'InstitutionalDocument',
} as const;

const more: Fields = (t) => ({
  documentId: t.id({ description: '所依制度。The document that it rests on.' }),
  doneByTraining: t.field({
    type: 'TrainingKind' as never,
    description:
      '由何类培训会议完成。A training of this kind that the unit holds in time does it by itself.',
  }),
});

commandMutation<CommandInput>({
  name: 'addStandingMechanism',
  description:
    '建立长效机制。Sets up a standing mechanism; from a measure nothing else need be said, where it says how often.',
  model: 'StandingMechanism',
  ids: IDS,
  fields: (t) => ({
    ...inputFieldsOf(t, MECHANISM_FIELDS, {}, false),
    ...more(t),
    organizationId: t.id({
      description: '所属单位。The bureau; the item’s or your own when unsaid.',
    }),
    itemId: t.id({ description: '来源问题。The item it came from; the measure’s when unsaid.' }),
    measureId: t.id({
      description:
        '来源措施。The measure it came from; its words give title, requirement and cadence where these are unsaid.',
    }),
    startsOn: t.field({
      type: 'Date',
      description: '起始日期。From when it falls due; today when unsaid.',
    }),
    cadence: t.field({
      type: CadenceInput,
      description: '频次。When it falls due; as its measure says when unsaid.',
    }),
  }),
  run: addMechanism,
});

commandMutation({
  name: 'editStandingMechanism',
  description: '修改长效机制。Changes the fields given; absent ones stay, null clears.',
  model: 'StandingMechanism',
  changes: 'StandingMechanism',
  ids: IDS,
  fields: (t) => ({
    ...inputFieldsOf(t, MECHANISM_FIELDS, {}, false),
    ...more(t),
    reason: t.string({ description: '理由。Why; kept in the history.' }),
  }),
  run: editMechanism,
});

commandMutation({
  name: 'changeMechanismCadence',
  description:
    '调整频次。Changes when it falls due from a day on; what fell before and what was done stays. `previewMechanismCadence` shows it first.',
  model: 'StandingMechanism',
  changes: 'StandingMechanism',
  fields: (t) => ({
    cadence: t.field({
      type: CadenceInput,
      required: true,
      description: '频次。When it falls due from then on.',
    }),
    fromOn: t.field({
      type: 'Date',
      description: '起算日。From which day, not before today; today when unsaid.',
    }),
    reason: t.string({ required: true, description: '理由。Why; kept in the history.' }),
  }),
  run: changeCadence,
});

stepMutations(MECHANISM_LIFE_CYCLE, mechanismSteps);
stepMutations(OCCURRENCE_LIFE_CYCLE, occurrenceSteps);

commandMutation<CommandInput>({
  name: 'registerBusinessFact',
  description:
    '登记业务事实。Registers something that happened, by another system’s key, and starts the clocks of mechanisms; told again it changes nothing, told otherwise it is corrected.',
  model: 'BusinessFact',
  ids: { organizationId: 'Organization' },
  fields: (t) => ({
    kind: t.string({
      required: true,
      description: '类型。Which kind of fact, such as business-opened.',
    }),
    system: t.string({ required: true, description: '来源系统。The system that tells of it.' }),
    key: t.string({ required: true, description: '键。Its key in that system.' }),
    title: t.string({ required: true, description: '名称。What it is called.' }),
    happenedOn: t.field({
      type: 'Date',
      required: true,
      description: '发生日期。The day from which clocks run.',
    }),
    organizationId: t.id({ required: true, description: '所属单位。The bureau concerned.' }),
  }),
  run: registerFact,
});

commandMutation<CommandInput>({
  name: 'publishWorkingCalendar',
  description:
    '公布工作日历。Publishes the days off and worked of a year, or corrects them; what is still open is reckoned anew.',
  model: 'WorkingCalendar',
  fields: (t) => ({
    year: t.int({ required: true, description: '年份。The year.' }),
    source: t.string({
      required: true,
      description: '依据。Who published it, and under which title.',
    }),
    daysOff: t.field({
      type: ['Date'],
      required: true,
      description: '放假日。Days off beside Saturdays and Sundays, or on them.',
    }),
    workedDays: t.field({
      type: ['Date'],
      required: true,
      description: '调休上班日。Saturdays and Sundays that are worked.',
    }),
  }),
  run: publishCalendar,
});
