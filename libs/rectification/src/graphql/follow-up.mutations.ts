import { commandMutation, type CommandInput } from '@taizhang/platform';
import { addMilestone } from '../commands/add-milestone.ts';
import { requestExtension } from '../commands/request-extension.ts';
import { superviseItem } from '../commands/supervise-item.ts';
import { SupervisionKindType } from './enums.type.ts';

const ITEM = { itemId: 'RectificationItem' } as const;

commandMutation<CommandInput>({
  name: 'requestExtension',
  description: '申请延期。Asks for a later due date; one request an item at a time.',
  model: 'ExtensionRequest',
  ids: ITEM,
  fields: (t) => ({
    itemId: t.id({ required: true, description: '所属问题。The item that needs more time.' }),
    requestedDueOn: t.field({
      type: 'Date',
      required: true,
      description: '申请时限。The date asked for, after the present one.',
    }),
    reason: t.string({ required: true, description: '理由。Why more time is needed.' }),
  }),
  run: requestExtension,
});

commandMutation<CommandInput>({
  name: 'superviseRectificationItem',
  description: '督办或催办。Supervises an item, or reminds of it.',
  model: 'Supervision',
  ids: ITEM,
  fields: (t) => ({
    itemId: t.id({ required: true, description: '问题。The item.' }),
    kind: t.field({
      type: SupervisionKindType,
      required: true,
      description: '类别。Supervision or reminder.',
    }),
    note: t.string({ required: true, description: '内容。What is asked for.' }),
  }),
  run: superviseItem,
});

commandMutation<CommandInput>({
  name: 'addMilestone',
  description: '新增阶段目标。Adds a stage behind the last of an item.',
  model: 'Milestone',
  ids: ITEM,
  fields: (t) => ({
    itemId: t.id({ required: true, description: '所属问题。The item.' }),
    title: t.string({ required: true, description: '目标。What is to be reached.' }),
    dueOn: t.field({ type: 'Date', description: '时限。By when.' }),
  }),
  run: addMilestone,
});
