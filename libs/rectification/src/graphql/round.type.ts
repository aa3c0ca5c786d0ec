import { builder, cutSource, ProvenanceType, SourceSpanType } from '@taizhang/platform';
import { visibleAreas, visibleItems, visibleRounds, wholeRounds } from '../visible-items.ts';
import { LeadingGroupPostType, RoundKindType } from './enums.type.ts';
import { itemList } from './items.query.ts';

builder.prismaNode('InspectionRound', {
  extensions: { readBy: 'visibleRounds' },
  id: { field: 'id' },
  description: '巡察轮次。One inspection or audit of an organization.',
  findUnique: (id, context) => ({ id, AND: [visibleRounds(context.caller)] }),
  fields: (t) => ({
    code: t.exposeString('code', {
      description: '轮次代码。Unique in the hub, such as MH-WL-2024.',
    }),
    kind: t.expose('kind', { type: RoundKindType, description: '类别。Inspection or audit.' }),
    title: t.exposeString('title', { description: '名称。What the round is called.' }),
    inspectedOrganization: t.relation('inspectedOrganization', {
      description: '被巡察党组织。The organization inspected.',
    }),
    inspectionTeam: t.exposeString('inspectionTeam', {
      nullable: true,
      description: '巡察组。The team; null when not said.',
    }),
    inspectedFrom: t.expose('inspectedFrom', {
      type: 'Date',
      nullable: true,
      description: '巡察开始。First day on site.',
    }),
    inspectedTo: t.expose('inspectedTo', {
      type: 'Date',
      nullable: true,
      description: '巡察结束。Last day on site.',
    }),
    feedbackOn: t.expose('feedbackOn', {
      type: 'Date',
      nullable: true,
      description: '反馈日期。When the findings were given.',
    }),
    intensivePeriodEndsOn: t.expose('intensivePeriodEndsOn', {
      type: 'Date',
      nullable: true,
      description: '集中整改期截止。End of the intensive period.',
    }),
    areas: t.relation('areas', {
      description: '方面。The areas of its findings that you may see, in order.',
      query: (_args, { caller }) => ({
        where: visibleAreas(caller),
        orderBy: { ordinal: 'asc' },
      }),
    }),
    leadingGroup: t.relation('leadingGroup', {
      description: '领导小组。The leading group for its rectification.',
      query: { orderBy: [{ post: 'asc' }, { id: 'asc' }] },
    }),
    plans: t.relation('plans', {
      description: '整改方案。Its rectification plans, for who reads its whole ledger.',
      query: (_args, { caller }) => ({
        where: { round: wholeRounds(caller) },
        orderBy: { id: 'asc' },
      }),
    }),
    notice: t.relation('notice', {
      nullable: true,
      description: '通报。The published notice it was read from.',
    }),
    provenance: t.expose('provenance', {
      type: ProvenanceType,
      description: '来源。Where its facts come from.',
    }),
    provenanceNote: t.exposeString('provenanceNote', {
      nullable: true,
      description: '来源说明。More on where its facts come from.',
    }),
    version: t.exposeInt('version', { description: '版本号。Counts its changes.' }),
  }),
});

itemList.inner<{ id: string }>('InspectionRound', 'items', {
  description: '具体问题。Its items that you may see.',
  of: ({ id: roundId }) => ({ roundId }),
});

builder.prismaNode('FindingArea', {
  extensions: { readBy: 'visibleAreas' },
  id: { field: 'id' },
  description: '方面。An area under which findings are grouped.',
  findUnique: (id, context) => ({ id, AND: [visibleAreas(context.caller)] }),
  fields: (t) => ({
    ordinal: t.exposeInt('ordinal', { description: '序号。Place within the round, from 1.' }),
    title: t.exposeString('title', { description: '名称。What the area is about.' }),
    round: t.relation('round', { description: '巡察轮次。The round it belongs to.' }),
    itemCount: t.relationCount('items', {
      description: '问题数。How many of its items you may see.',
      where: (_args, { caller }) => visibleItems(caller),
    }),
    items: t.relation('items', {
      description: '具体问题。Its items that you may see, in order.',
      query: (_args, { caller }) => ({ where: visibleItems(caller), orderBy: { ordinal: 'asc' } }),
    }),
    provenance: t.expose('provenance', {
      type: ProvenanceType,
      description: '来源。Where its facts come from.',
    }),
    source: t.field({
      type: SourceSpanType,
      nullable: true,
      description: '原文出处。Where the notice speaks of it.',
      select: {
        sourceStart: true,
        sourceEnd: true,
        round: { select: { notice: { select: { text: true } } } },
      },
      resolve: (area) => cutSource(area, area.round.notice?.text),
    }),
  }),
});

builder.prismaObject('Notice', {
  extensions: { readBy: 'its round: it was published' },
  description: '公开通报。A published notice that was read into a round.',
  fields: (t) => ({
    fileName: t.exposeString('fileName', { description: '文件名。The file it was read from.' }),
    text: t.exposeString('text', { description: '原文。The text that source spans count in.' }),
    stated: t.expose('stated', {
      type: 'JSON',
      description: '文中自报数。Totals that the text itself claims.',
    }),
    contacts: t.expose('contacts', {
      type: 'JSON',
      description: '联系方式。Ways to reach the organization.',
    }),
    importedAt: t.expose('importedAt', {
      type: 'DateTime',
      description: '导入时间。When it was read.',
    }),
  }),
});

builder.prismaObject('LeadingGroupMember', {
  extensions: { readBy: 'its round' },
  description: '领导小组成员。A member of the leading group.',
  fields: (t) => ({
    post: t.expose('post', {
      type: LeadingGroupPostType,
      description: '职务。The post in the group.',
    }),
    person: t.relation('person', { description: '人员。Who.' }),
  }),
});
