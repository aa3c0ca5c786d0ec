import { ActKind, ActStatus } from '../database/generated/client/enums.ts';
import type { Prisma } from '../database/generated/client/client.ts';
import { sayActions } from '../rules/allowed-action.ts';
import { bilingual } from '../rules/bilingual.ts';
import { builder } from '../schema/builder.ts';
import { commandMutation, type CommandInput } from '../schema/command-mutation.ts';
import { filterOf, oneOf } from '../schema/list/filter.ts';
import { listOf } from '../schema/list/list-of.ts';
import { encodeRecordId, filterKey } from '../schema/record-id.ts';
import { ALLOWED_ACTIONS, AllowedActionType, nameActions } from '../schema/shared.types.ts';
import { cancelAct } from './cancel-act.ts';
import { actResultPath } from './act-result-path.ts';
import { refuseCancelAct, refuseUndoAct, visibleActs, type ActFacts } from './refuse-act.ts';
import type { ActResult, LeftRow } from './row-step.type.ts';
import { undoAct } from './undo-act.ts';

const ActKindType = builder.enumType('ActKind', {
  description: '批量操作类别。What a long act does.',
  values: {
    [ActKind.IMPORT]: { description: '导入。Import: reads many rows into the ledger.' },
    [ActKind.BULK_CHANGE]: { description: '批量修改。Bulk change: changes many rows at once.' },
    [ActKind.UNDO]: { description: '撤销。Undo: takes another act back.' },
  } as const,
});

const ActStatusType = builder.enumType('ActStatus', {
  description: '批量操作状态。How far a long act has come.',
  values: {
    [ActStatus.RUNNING]: { description: '进行中。Running: it is written batch by batch.' },
    [ActStatus.DONE]: { description: '已完成。Done: everything that could be written is.' },
    [ActStatus.UNDONE]: { description: '已撤销。Undone: it was taken back.' },
    [ActStatus.FAILED]: {
      description:
        '失败。Failed: it was cancelled or failed; what it wrote stays and can be undone.',
    },
  } as const,
});

const ActProgressType = builder.objectRef<ActFacts>('ActProgress').implement({
  description: '进度。How many of its steps an act has done.',
  fields: (t) => ({
    done: t.exposeInt('stepsDone', { description: '已做。Steps done.' }),
    total: t.exposeInt('stepsTotal', {
      nullable: true,
      description: '总数。All steps; null while they are not known.',
    }),
  }),
});

const LeftRowType = builder.objectRef<LeftRow>('ActLeftRow').implement({
  description: '未写入的记录。A record that an act left as it is.',
  fields: (t) => ({
    recordType: t.exposeString('subject', {
      description: '记录类型。The type of the record.',
    }),
    recordId: t.id({
      description: '记录 ID。The record.',
      resolve: ({ subject, id }) => encodeRecordId(subject, id),
    }),
    label: t.exposeString('label', {
      nullable: true,
      description: '名称。What the record is called; null where it has no name.',
    }),
    reason: t.exposeString('reason', { description: '原因。Why, "中文 / English".' }),
  }),
});

const ActResultType = builder.objectRef<ActResult>('ActResult').implement({
  description: '批量操作结果。What came of an act so far.',
  fields: (t) => ({
    created: t.exposeInt('created', { description: '新增。Records made.' }),
    changed: t.exposeInt('changed', { description: '改动。Records changed.' }),
    removed: t.exposeInt('removed', { description: '删除。Records removed.' }),
    leftCount: t.int({
      description: '未写入条数。Records left as they are.',
      resolve: ({ left }) => left.length,
    }),
    left: t.field({
      type: [LeftRowType],
      description:
        '未写入的记录，自 `offset` 起至多 100 条。Records left as they are, each with the reason; at most 100, from `offset`.',
      args: {
        offset: t.arg.int({
          required: true,
          defaultValue: 0,
          description: '从第几条起。How many to leave out first.',
        }),
      },
      complexity: { multiplier: 1, field: 100 },
      resolve: ({ left }, { offset }) => left.slice(Math.max(0, offset), Math.max(0, offset) + 100),
    }),
  }),
});

/** Everything but what it still has to do, which may be long. */
const FACTS = {
  id: true,
  kind: true,
  status: true,
  command: true,
  actorKey: true,
  organizationId: true,
  result: true,
  error: true,
  stepsDone: true,
  stepsTotal: true,
  startedAt: true,
  finishedAt: true,
} as const satisfies Prisma.ActSelect;

builder.prismaObject('Act', {
  select: FACTS,
  description:
    '批量操作。Many changes that belong together and are written in batches: an import, a bulk change, an undo.',
  extensions: { readBy: 'isActVisible' },
  fields: (t) => ({
    id: t.id({
      description: 'ID。The id of the act; its events bear it as `actId`.',
      resolve: ({ id }) => encodeRecordId('Act', id),
    }),
    kind: t.expose('kind', { type: ActKindType, description: '类别。What it does.' }),
    status: t.expose('status', { type: ActStatusType, description: '状态。How far it has come.' }),
    command: t.exposeString('command', { description: '命令。The mutation that began it.' }),
    progress: t.field({
      type: ActProgressType,
      description: '进度。How much of it is done.',
      resolve: (act) => act,
    }),
    result: t.field({
      type: ActResultType,
      nullable: true,
      description: '结果。What came of it so far; null before its first batch.',
      resolve: ({ result }) => result as unknown as ActResult | null,
    }),
    error: t.exposeString('error', {
      nullable: true,
      description: '未完成的原因。Why it did not come to its end.',
    }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: '开始时间。When it began.' }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: '结束时间。When it ended; null while it is under way.',
    }),
    resultUrl: t.string({
      description:
        '结果文件。Where the hub sends its result as CSV: row by row what was done, and what was left with the reason; whoever may see the act may read it.',
      resolve: ({ id }) => actResultPath(id),
    }),
    canCancel: t.boolean({
      description: '能否取消。Whether the viewer may stop it now.',
      resolve: (act, _args, { caller }) => caller !== null && !refuseCancelAct(act, caller),
    }),
    allowedActions: t.field({
      type: [AllowedActionType],
      description: ALLOWED_ACTIONS,
      resolve: (act, _args, { caller }) =>
        caller
          ? sayActions({
              cancelAct: refuseCancelAct(act, caller),
              undoAct: refuseUndoAct(act, caller),
            })
          : [],
    }),
  }),
});

nameActions({
  cancelAct: bilingual('停止', 'Stop'),
  undoAct: bilingual('撤销', 'Undo'),
});

builder.queryField('act', (t) =>
  t.prismaField({
    type: 'Act',
    nullable: true,
    description:
      '按 ID 取一项批量操作。A long act by its id; null when it does not exist or you may not see it.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'ID。The act’s id.' }) },
    resolve: (query, _root, { id }, { db, caller }) =>
      db.act.findFirst({
        ...query,
        where: { AND: [{ id: filterKey('Act', id) }, visibleActs(caller)] },
      }),
  }),
);

listOf({
  model: 'Act',
  node: { chinese: '批量操作', english: 'acts' },
  visible: ({ caller }) => visibleActs(caller),
  filter: filterOf<Prisma.ActWhereInput>(
    'ActFilter',
    '批量操作筛选。Which acts to list; every condition given must hold.',
    {
      kind: oneOf(ActKindType, '类别。Of one of these kinds.', (kind) => ({ kind })),
      status: oneOf(ActStatusType, '状态。In one of these states.', (status) => ({ status })),
    },
  ),
  order: ['startedAt'],
  descends: true,
}).root('acts', {
  description:
    '批量操作，新的在前。The long acts that you may see, newest first: your own, and those where you could have begun them.',
});

const whichAct = { ids: { id: 'Act' }, model: 'Act' } as const;

commandMutation<CommandInput & { id: string }>({
  ...whichAct,
  name: 'cancelAct',
  description:
    '取消批量操作。Stops an act between two batches; what it wrote stays and can be undone.',
  fields: (t) => ({ id: t.id({ required: true, description: 'ID。The act to stop.' }) }),
  run: cancelAct,
});

commandMutation<CommandInput & { id: string }>({
  ...whichAct,
  name: 'undoAct',
  description:
    '撤销批量操作。Takes back what an act wrote; answers with the act that does so, whose result names what was left.',
  fields: (t) => ({ id: t.id({ required: true, description: 'ID。The act to undo.' }) }),
  run: undoAct,
});
