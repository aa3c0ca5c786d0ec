import { commandMutation, type CommandInput } from '@taizhang/platform';
import { addMilestone } from '../commands/add-milestone.ts';
import { answerSupervision } from '../commands/answer-supervision.ts';
import { decideExtension } from '../commands/decide-extension.ts';
import { reachMilestone } from '../commands/reach-milestone.ts';
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

commandMutation({
  name: 'grantExtension',
  description: '批准延期。Moves the due date, by somebody else than who asked: → GRANTED.',
  model: 'ExtensionRequest',
  changes: 'ExtensionRequest',
  fields: (t) => ({ reason: t.string({ description: '意见。A remark.' }) }),
  run: decideExtension('grantExtension'),
});

commandMutation({
  name: 'refuseExtension',
  description: '不批准延期。With a reason, by somebody else than who asked: → REFUSED.',
  model: 'ExtensionRequest',
  changes: 'ExtensionRequest',
  fields: (t) => ({ reason: t.string({ required: true, description: '理由。Why.' }) }),
  run: decideExtension('refuseExtension'),
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

commandMutation({
  name: 'answerSupervision',
  description: '答复督办。The unit’s reply to a supervision or reminder.',
  model: 'Supervision',
  changes: 'Supervision',
  fields: (t) => ({ answer: t.string({ required: true, description: '答复。What was done.' }) }),
  run: answerSupervision,
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

commandMutation({
  name: 'reachMilestone',
  description: '阶段目标达成。Reports a stage as reached.',
  model: 'Milestone',
  changes: 'Milestone',
  fields: (t) => ({
    reachedOn: t.field({ type: 'Date', description: '达成日期。Today when unsaid.' }),
    reason: t.string({ description: '说明。A remark; kept in the history.' }),
  }),
  run: reachMilestone,
});
