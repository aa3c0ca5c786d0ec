import { commandMutation, inputFieldsOf, type CommandInput } from '@taizhang/platform';
import { editItem } from '../commands/edit-item.ts';
import { registerItem } from '../commands/register-item.ts';
import { stepItem } from '../commands/step-item.ts';
import { ITEM_FIELDS, ITEM_STEPS, type ItemAction } from '../rules/index.ts';
import { CHOICE_TYPES } from './enums.type.ts';

const ITEM_REFERENCES = {
  responsibleUnitId: 'Organization',
  supportingUnitIds: 'Organization',
  leadLeaderId: 'Person',
  primaryResponsiblePersonId: 'Person',
} as const;

commandMutation<CommandInput>({
  name: 'registerRectificationItem',
  description: '登记问题。Registers a finding as a row of the ledger.',
  model: 'RectificationItem',
  ids: { areaId: 'FindingArea', ...ITEM_REFERENCES },
  fields: (t) => ({
    areaId: t.id({ required: true, description: '方面。The area it belongs to.' }),
    ordinal: t.int({ description: '序号。Place within the area; behind the last when unsaid.' }),
    ...inputFieldsOf(t, ITEM_FIELDS, CHOICE_TYPES, true),
  }),
  run: registerItem,
});

commandMutation({
  name: 'editRectificationItem',
  description: '编辑问题。Changes the fields given; absent ones stay, null clears.',
  model: 'RectificationItem',
  changes: 'RectificationItem',
  ids: ITEM_REFERENCES,
  fields: (t) => inputFieldsOf(t, ITEM_FIELDS, CHOICE_TYPES, false),
  run: editItem,
});

const DESCRIPTIONS: Record<ItemAction, string> = {
  assignRectificationItem: '交办。Names the lead leader: REGISTERED → ASSIGNED.',
  planRectificationItem: '批准方案。Approves the plan, every measure approved: ASSIGNED → PLANNED.',
  startRectificationItem: '开始整改。PLANNED or REOPENED → IN_PROGRESS.',
  submitRectificationItem: '提交销号申请。Every measure accepted: IN_PROGRESS → SUBMITTED.',
  signRectificationItem:
    '领导签批。By its lead leader or the Party secretary: SUBMITTED → LEADER_SIGNED.',
  verifyRectificationItem:
    '开始核验。By somebody else than who submitted: LEADER_SIGNED or LONG_TERM → VERIFYING.',
  returnRectificationItem: '核验退回。With a reason: VERIFYING → IN_PROGRESS.',
  closeRectificationItem:
    '销号。With accepted evidence, by somebody else than who submitted: VERIFYING → CLOSED.',
  holdRectificationItemLongTerm:
    '转长期整改。With a review date, a milestone being set: LEADER_SIGNED → LONG_TERM.',
  reopenRectificationItem: '重新打开。With a reason: CLOSED → REOPENED.',
  withdrawRectificationItem: '撤回。With a reason, before it is planned: → WITHDRAWN.',
};

for (const [action, description] of Object.entries(DESCRIPTIONS) as [ItemAction, string][]) {
  const needsReason = 'needsReason' in ITEM_STEPS[action];
  commandMutation({
    name: action,
    description,
    model: 'RectificationItem',
    changes: 'RectificationItem',
    ids: { leadLeaderId: 'Person', responsibleUnitId: 'Organization' },
    fields: (t) => ({
      reason: t.string({ required: needsReason, description: '理由。Why; kept in the history.' }),
      ...(action === 'assignRectificationItem' && {
        leadLeaderId: t.id({
          required: true,
          description: '牵头领导。The one leader who leads it.',
        }),
        responsibleUnitId: t.id({ description: '责任科室（单位）。The unit responsible.' }),
      }),
      ...(action === 'holdRectificationItemLongTerm' && {
        reviewOn: t.field({
          type: 'Date',
          required: true,
          description: '复核日期。When it is looked at again.',
        }),
      }),
    }),
    run: stepItem(action),
  });
}
