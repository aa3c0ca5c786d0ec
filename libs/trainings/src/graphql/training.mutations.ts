import { builder, commandMutation, stepMutations, type CommandInput } from '@taizhang/platform';
import { editTraining } from '../commands/edit-training.ts';
import { recordTraining } from '../commands/record-training.ts';
import { planTraining } from '../commands/plan-training.ts';
import { trainingSteps } from '../commands/training-steps.ts';
import { TRAINING_LIFE_CYCLE } from '../rules/index.ts';
import { TrainingDirectionType, TrainingKindType } from './enums.type.ts';

const AttendanceInput = builder.inputType('TrainingAttendanceInput', {
  description: '到场。A person, or so many of a unit, at a session.',
  fields: (t) => ({
    personId: t.id({ description: '人员。Who; leave it out when a unit is given.' }),
    unitId: t.id({ description: '单位。Of which unit; leave it out when a person is given.' }),
    headcount: t.int({ description: '人数。How many of the unit; 1 when unsaid.' }),
  }),
});

const SessionInput = builder.inputType('TrainingSessionInput', {
  description: '场次。A session of a training to record.',
  fields: (t) => ({
    heldOn: t.field({ type: 'Date', required: true, description: '日期。The day.' }),
    location: t.string({ description: '地点。Where.' }),
    hours: t.float({ description: '学时。Hours.' }),
    attendanceCount: t.int({
      description: '人次。People present; the sum of `attendance` when unsaid.',
    }),
    attendance: t.field({ type: [AttendanceInput], description: '到场情况。Who was there.' }),
  }),
});

type Fields = NonNullable<Parameters<typeof commandMutation>[0]['fields']>;

const IDS = {
  organizationId: 'Organization',
  responsibleUnitId: 'Organization',
  itemId: 'RectificationItem',
  measureId: 'CorrectiveMeasure',
  personId: 'Person',
  unitId: 'Organization',
} as const;

const subjectFields: Fields = (t) => ({
  kind: t.field({ type: TrainingKindType, required: true, description: '类别。What kind.' }),
  direction: t.field({
    type: TrainingDirectionType,
    required: true,
    description: '举办或参加。Held or attended.',
  }),
  topic: t.string({ required: true, description: '主题。What it was about.' }),
  organizationId: t.id({
    description: '所属单位。The bureau; the item’s or your own when unsaid.',
  }),
  responsibleUnitId: t.id({
    description: '主办科室。The unit that held it; your own when unsaid.',
  }),
  itemId: t.id({ description: '所属问题。The item it was held for.' }),
  measureId: t.id({ description: '所属措施。The measure of that item.' }),
});

const sessionsField: Fields = (t) => ({
  sessions: t.field({
    type: [SessionInput],
    required: true,
    description: '场次。At least one session.',
  }),
});

commandMutation<CommandInput>({
  name: 'recordTraining',
  description: '登记培训会议。Records a training, meeting or talk that took place.',
  model: 'Training',
  ids: IDS,
  fields: (t) => ({ ...subjectFields(t), ...sessionsField(t) }),
  run: recordTraining,
});

commandMutation<CommandInput>({
  name: 'planTraining',
  description: '计划培训会议。Plans a training, meeting or talk for a day.',
  model: 'Training',
  ids: IDS,
  fields: (t) => ({
    ...subjectFields(t),
    plannedOn: t.field({
      type: 'Date',
      required: true,
      description: '计划日期。The day it is planned for.',
    }),
  }),
  run: planTraining,
});

commandMutation({
  name: 'editTraining',
  description:
    '修改培训会议，核实之后不能再改。Puts right what is said of a training, until it is verified; what is left out stays.',
  model: 'Training',
  changes: 'Training',
  ids: IDS,
  fields: (t) => ({
    kind: t.field({ type: TrainingKindType, description: '类别。What kind.' }),
    direction: t.field({
      type: TrainingDirectionType,
      description: '举办或参加。Held or attended.',
    }),
    topic: t.string({ description: '主题。What it was about.' }),
    responsibleUnitId: t.id({ description: '主办科室。The unit that holds it; null for none.' }),
    itemId: t.id({ description: '所属问题。The item it is held for; null for none.' }),
    measureId: t.id({
      description: '所属措施。The measure of that item; another item leaves it behind.',
    }),
    plannedOn: t.field({
      type: 'Date',
      description: '计划日期。The day it is planned for, while it is planned.',
    }),
    reason: t.string({ description: '理由。Why; kept in the history.' }),
  }),
  run: editTraining,
});

stepMutations(TRAINING_LIFE_CYCLE, trainingSteps, { TrainingSessionInput: SessionInput });
