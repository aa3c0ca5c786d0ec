import { commandMutation, type CommandInput } from '@taizhang/platform';
import { addMeasure } from '../commands/add-measure.ts';
import { editMeasure } from '../commands/edit-measure.ts';
import { stepMeasure } from '../commands/step-measure.ts';
import { MEASURE_STEPS, type MeasureAction } from '../rules/index.ts';

type Fields = NonNullable<Parameters<typeof commandMutation>[0]['fields']>;

const MEASURE_REFERENCES = { ownerId: 'Person', responsibleUnitId: 'Organization' } as const;

const measureFields: Fields = (t) => ({
  ownerId: t.id({ description: '责任人。Who answers for it.' }),
  responsibleUnitId: t.id({
    description: '责任单位。The unit that carries it out; it supports the item from then on.',
  }),
  dueOn: t.field({ type: 'Date', description: '时限。By when.' }),
});

commandMutation<CommandInput>({
  name: 'addMeasure',
  description: '新增措施。Adds a corrective measure to an item.',
  model: 'CorrectiveMeasure',
  ids: { itemId: 'RectificationItem', ...MEASURE_REFERENCES },
  fields: (t) => ({
    itemId: t.id({ required: true, description: '所属问题。The item it serves.' }),
    text: t.string({ required: true, description: '措施。What is to be done.' }),
    ...measureFields(t),
  }),
  run: addMeasure,
});

commandMutation({
  name: 'editMeasure',
  description:
    '编辑措施。Changes the fields given until it is accepted or cancelled; absent ones stay, null clears.',
  model: 'CorrectiveMeasure',
  changes: 'CorrectiveMeasure',
  ids: MEASURE_REFERENCES,
  fields: (t) => ({
    text: t.string({ description: '措施。What is to be done.' }),
    ...measureFields(t),
  }),
  run: editMeasure,
});

const DESCRIPTIONS: Record<MeasureAction, string> = {
  approveMeasure: '批准措施。DRAFT → APPROVED.',
  startMeasure: '启动措施。APPROVED or RETURNED → IN_PROGRESS.',
  submitMeasure: '提交措施。Reports what was done: IN_PROGRESS or RETURNED → SUBMITTED.',
  acceptMeasure: '验收措施。By somebody else than who submitted: SUBMITTED → ACCEPTED.',
  returnMeasure:
    '退回措施。With a reason, by somebody else than who submitted: SUBMITTED → RETURNED.',
  cancelMeasure: '取消措施。Another measure of the item takes its place: → CANCELLED.',
};

for (const [action, description] of Object.entries(DESCRIPTIONS) as [MeasureAction, string][]) {
  const needsReason = 'needsReason' in MEASURE_STEPS[action];
  commandMutation({
    name: action,
    description,
    model: 'CorrectiveMeasure',
    changes: 'CorrectiveMeasure',
    ids: { replacedById: 'CorrectiveMeasure' },
    fields: (t) => ({
      ...(action === 'submitMeasure'
        ? { progress: t.string({ required: true, description: '完成情况。What was done.' }) }
        : {
            reason: t.string({
              required: needsReason,
              description: '理由。Why; kept in the history.',
            }),
          }),
      ...(action === 'cancelMeasure' && {
        replacedById: t.id({
          required: true,
          description: '替代措施。The measure that takes its place.',
        }),
      }),
    }),
    run: stepMeasure(action),
  });
}
