import { offerSteps } from '@taizhang/platform/rules';
import {
  ALLOWED_ACTIONS,
  AllowedActionType,
  builder,
  MOST_LISTED,
  ProvenanceType,
} from '@taizhang/platform';
import { SAMPLE_STATE, sampleState } from '../commands/load-follow-up.ts';
import { SAMPLE_LIFE_CYCLE } from '../rules/index.ts';
import { visibleItems, wholeRounds } from '../visible-items.ts';
import { LookBackStatusType, SampleResultType } from './enums.type.ts';

builder.prismaNode('LookBackReview', {
  extensions: { readBy: 'wholeRounds' },
  id: { field: 'id' },
  description: '回头看。A random sample of a round’s closed items, looked at again.',
  findUnique: (id, context) => ({ id, round: wholeRounds(context.caller) }),
  fields: (t) => ({
    title: t.exposeString('title', { description: '名称。What it is called.' }),
    status: t.expose('status', {
      type: LookBackStatusType,
      description: '状态。Completed when every sample has its result.',
    }),
    seed: t.exposeString('seed', {
      description:
        '随机种子。Rank each code by the SHA-256 of seed, colon, code; the lowest were drawn.',
    }),
    populationCount: t.int({
      description: '总体件数。How many closed items there were to draw from.',
      select: { populationCodes: true },
      resolve: ({ populationCodes }) => populationCodes.length,
    }),
    populationCodes: t.stringList({
      description:
        '抽样总体，自 `offset` 起至多 1000 个。The codes of all closed items when it was drawn, sorted; at most 1,000, from `offset`.',
      args: {
        offset: t.arg.int({
          required: true,
          defaultValue: 0,
          description: '从第几个起。How many to leave out first.',
        }),
      },
      select: { populationCodes: true },
      resolve: ({ populationCodes }, { offset }) => {
        const from = Math.max(0, offset);
        return populationCodes.slice(from, from + MOST_LISTED);
      },
    }),
    sampleSize: t.exposeInt('sampleSize', { description: '样本数。How many were drawn.' }),
    drawnBy: t.relation('drawnBy', { nullable: true, description: '抽取人。Who drew it.' }),
    drawnAt: t.expose('drawnAt', { type: 'DateTime', description: '抽取时间。When.' }),
    completedAt: t.expose('completedAt', {
      type: 'DateTime',
      nullable: true,
      description: '完成时间。When the last result came in.',
    }),
    samples: t.relation('samples', {
      description: '样本。The items drawn, in the order of the draw.',
      query: { orderBy: { ordinal: 'asc' } },
    }),
    round: t.relation('round', { description: '巡察轮次。The round it belongs to.' }),
    provenance: t.expose('provenance', {
      type: ProvenanceType,
      description: '来源。Where its facts come from.',
    }),
    version: t.exposeInt('version', { description: '版本号。Counts its changes.' }),
  }),
});

builder.prismaNode('LookBackSample', {
  extensions: { readBy: 'its item' },
  id: { field: 'id' },
  description: '抽查样本。An item that a look-back review drew.',
  findUnique: (id, context) => ({ id, item: visibleItems(context.caller) }),
  fields: (t) => ({
    ordinal: t.exposeInt('ordinal', { description: '序号。Place in the draw, from 1.' }),
    item: t.relation('item', { description: '问题。The item drawn.' }),
    result: t.expose('result', {
      type: SampleResultType,
      description: '结果。What looking back showed.',
    }),
    note: t.exposeString('note', { nullable: true, description: '说明。What was found.' }),
    closedBy: t.relation('closedBy', {
      nullable: true,
      description: '销号人。Who had closed it; never the one who looks back.',
    }),
    reviewedBy: t.relation('reviewedBy', {
      nullable: true,
      description: '复查人。Who looked back.',
    }),
    reviewedAt: t.expose('reviewedAt', {
      type: 'DateTime',
      nullable: true,
      description: '复查时间。When.',
    }),
    version: t.exposeInt('version', {
      description: '版本号。Counts its changes; send it as expectedVersion.',
    }),
    allowedActions: t.field({
      type: [AllowedActionType],
      description: ALLOWED_ACTIONS,
      select: SAMPLE_STATE,
      resolve: (sample, _args, { caller }) =>
        offerSteps(SAMPLE_LIFE_CYCLE, sampleState(sample), caller),
    }),
  }),
});

builder.prismaObjectField('InspectionRound', 'lookBacks', (t) =>
  t.relation('lookBacks', {
    description: '回头看。Its look-back reviews, newest first; for who reads the whole ledger.',
    query: (_args, { caller }) => ({
      where: { round: wholeRounds(caller) },
      orderBy: [{ drawnAt: 'desc' }, { id: 'desc' }],
    }),
  }),
);

builder.prismaObjectField('RectificationItem', 'lookBackSamples', (t) =>
  t.relation('lookBackSamples', {
    description: '回头看抽查。When it was drawn for a look-back, oldest first.',
    query: { orderBy: { id: 'asc' } },
  }),
);
