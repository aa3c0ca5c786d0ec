import { commandMutation, type CommandInput } from '@taizhang/platform';
import { addArea } from '../commands/add-area.ts';
import { addGroupMember } from '../commands/add-group-member.ts';
import { addPlan } from '../commands/add-plan.ts';
import { addRound } from '../commands/add-round.ts';
import { editRound } from '../commands/edit-round.ts';
import { removeGroupMember } from '../commands/remove-group-member.ts';
import { LeadingGroupPostType, RoundKindType } from './enums.type.ts';

type Fields = NonNullable<Parameters<typeof commandMutation>[0]['fields']>;

const roundFields: Fields = (t) => ({
  kind: t.field({ type: RoundKindType, description: '类别。INSPECTION when unsaid.' }),
  inspectionTeam: t.string({ description: '巡察组。The team.' }),
  inspectedFrom: t.field({ type: 'Date', description: '巡察开始。First day on site.' }),
  inspectedTo: t.field({ type: 'Date', description: '巡察结束。Last day on site.' }),
  feedbackOn: t.field({ type: 'Date', description: '反馈日期。When the findings were given.' }),
  intensivePeriodEndsOn: t.field({
    type: 'Date',
    description: '集中整改期截止。End of the intensive period.',
  }),
});

commandMutation<CommandInput>({
  name: 'addInspectionRound',
  description: '登记轮次。Registers a round of an organization.',
  model: 'InspectionRound',
  ids: { inspectedOrganizationId: 'Organization' },
  fields: (t) => ({
    code: t.string({
      required: true,
      description: '轮次代码。Unique in the hub, such as MH-WL-2024.',
    }),
    title: t.string({ required: true, description: '名称。What it is called.' }),
    inspectedOrganizationId: t.id({
      required: true,
      description: '被巡察党组织。The organization inspected.',
    }),
    ...roundFields(t),
  }),
  run: addRound,
});

commandMutation({
  name: 'editInspectionRound',
  description: '编辑轮次。Changes the fields given; absent ones stay, null clears.',
  model: 'InspectionRound',
  changes: 'InspectionRound',
  fields: (t) => ({
    title: t.string({ description: '名称。What it is called.' }),
    ...roundFields(t),
  }),
  run: editRound,
});

commandMutation({
  name: 'addFindingArea',
  description: '新增方面。Adds an area behind the last of the round.',
  model: 'FindingArea',
  changes: 'InspectionRound',
  fields: (t) => ({
    title: t.string({ required: true, description: '名称。What the area is about.' }),
  }),
  run: addArea,
});

commandMutation({
  name: 'addLeadingGroupMember',
  description: '领导小组成员。Puts a person on the leading group, or gives a member another post.',
  model: 'InspectionRound',
  changes: 'InspectionRound',
  ids: { personId: 'Person' },
  fields: (t) => ({
    personId: t.id({ required: true, description: '人员。Who.' }),
    post: t.field({ type: LeadingGroupPostType, required: true, description: '职务。The post.' }),
  }),
  run: addGroupMember,
});

commandMutation({
  name: 'removeLeadingGroupMember',
  description: '移出领导小组。Takes a person off the leading group.',
  model: 'InspectionRound',
  changes: 'InspectionRound',
  ids: { personId: 'Person' },
  fields: (t) => ({ personId: t.id({ required: true, description: '人员。Who.' }) }),
  run: removeGroupMember,
});

commandMutation<CommandInput>({
  name: 'addRectificationPlan',
  description: '起草整改方案。Drafts a plan for a round.',
  model: 'RectificationPlan',
  ids: { roundId: 'InspectionRound' },
  fields: (t) => ({
    roundId: t.id({ required: true, description: '巡察轮次。The round.' }),
    title: t.string({ required: true, description: '名称。What it is called.' }),
  }),
  run: addPlan,
});
