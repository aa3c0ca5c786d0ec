import { commandMutation, inputFieldsOf, type CommandInput } from '@taizhang/platform';
import { editItem } from '../commands/edit-item.ts';
import { registerItem } from '../commands/register-item.ts';
import { ITEM_FIELDS } from '../rules/index.ts';
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
