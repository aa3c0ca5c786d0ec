import { commandMutation, type CommandInput } from '@taizhang/platform';
import { addPublicNotice } from '../commands/add-public-notice.ts';
import { editPublicNotice } from '../commands/edit-public-notice.ts';
import { omitItem } from '../commands/omit-item.ts';
import { readmitItem } from '../commands/readmit-item.ts';
import { OmissionGroundType } from './public-notice.type.ts';

commandMutation<CommandInput>({
  name: 'addPublicNotice',
  description: '起草通报。Drafts a notice of a round.',
  model: 'PublicNotice',
  ids: { roundId: 'InspectionRound' },
  fields: (t) => ({
    roundId: t.id({ required: true, description: '巡察轮次。The round.' }),
    title: t.string({ required: true, description: '标题。What it is called.' }),
  }),
  run: addPublicNotice,
});

commandMutation({
  name: 'editPublicNotice',
  description: '修改通报。Gives a draft another title.',
  model: 'PublicNotice',
  changes: 'PublicNotice',
  fields: (t) => ({
    title: t.string({ required: true, description: '标题。What it is called.' }),
  }),
  run: editPublicNotice,
});

commandMutation({
  name: 'omitFromPublicNotice',
  description: '不予公开。Leaves an item of the round out of a draft.',
  model: 'PublicNotice',
  changes: 'PublicNotice',
  ids: { itemId: 'RectificationItem' },
  fields: (t) => ({
    itemId: t.id({ required: true, description: '问题。The item.' }),
    ground: t.field({ type: OmissionGroundType, required: true, description: '理由。The ground.' }),
    note: t.string({ required: true, description: '说明。What the ground means here.' }),
  }),
  run: omitItem,
});

commandMutation({
  name: 'readmitToPublicNotice',
  description: '恢复公开。Takes an omission from a draft back.',
  model: 'PublicNotice',
  changes: 'PublicNotice',
  ids: { itemId: 'RectificationItem' },
  fields: (t) => ({
    itemId: t.id({ required: true, description: '问题。The item.' }),
  }),
  run: readmitItem,
});
