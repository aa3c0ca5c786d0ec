import { commandMutation, type CommandInput } from '@taizhang/platform';
import { addMeasure } from '../commands/add-measure.ts';
import { editMeasure } from '../commands/edit-measure.ts';

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
