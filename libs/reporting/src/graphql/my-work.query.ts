import { builder, checkPage, type RequestContext } from '@taizhang/platform';
import { describeWords } from '@taizhang/platform/rules';
import { QUEUES, queuesOf, type QueueKind } from '../work/queues.ts';
import { readQueue, type QueueContent, type WorkRow } from '../work/read-queue.ts';

const KINDS = Object.keys(QUEUES) as QueueKind[];
const USUAL_ROWS = 5;

const WorkQueueKindType = builder.enumType('WorkQueueKind', {
  description: '待办类别。What waits for somebody, in the order of a working day.',
  values: Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      { description: describeWords(QUEUES[kind].words, QUEUES[kind].means) },
    ]),
  ) as Record<QueueKind, { description: string }>,
});

const WorkRowType = builder.objectRef<WorkRow>('WorkRow').implement({
  description: '待办的一条记录。One record that waits.',
  fields: (t) => ({
    recordId: t.exposeID('id', { description: '记录 ID。The record that waits.' }),
    itemId: t.exposeID('itemId', {
      nullable: true,
      description: '问题 ID。The item that it belongs to; null for a biweekly report.',
    }),
    biweeklyReportId: t.exposeID('reportId', {
      nullable: true,
      description: '双周报 ID。The biweekly report that it is a part of; null for anything else.',
    }),
    code: t.exposeString('code', {
      nullable: true,
      description: '编号。The code of the item, or the number of the period.',
    }),
    title: t.exposeString('title', {
      description: '标题。The title, the words of the measure or the name of the file.',
    }),
    note: t.exposeString('note', {
      nullable: true,
      description: '说明。Why it came back, what is asked for, or the title of its item.',
    }),
    unitName: t.exposeString('unitName', {
      nullable: true,
      description: '责任科室（单位）。What the responsible unit is called.',
    }),
    dueOn: t.expose('dueOn', {
      type: 'Date',
      nullable: true,
      description: '时限。When it is due, or the day asked for.',
    }),
    isOverdue: t.exposeBoolean('isLate', { description: '是否逾期。Whether that day is over.' }),
    daysLate: t.exposeInt('daysLate', {
      nullable: true,
      description: '逾期天数。Days past an item’s due date; null where it is not late.',
    }),
  }),
});

const WorkQueueType = builder
  .objectRef<{ kind: QueueKind; content: QueueContent }>('WorkQueue')
  .implement({
    description: '一类待办。Records of one kind that wait for you.',
    fields: (t) => ({
      kind: t.expose('kind', { type: WorkQueueKindType, description: '类别。What waits.' }),
      count: t.int({
        description: '条数。How many records wait.',
        resolve: ({ content }) => content.count(),
      }),
      rows: t.field({
        type: [WorkRowType],
        description:
          '前几条，最急的在前，至多 100 条。The first of them, the most urgent first; at most 100.',
        args: {
          first: t.arg.int({
            required: true,
            defaultValue: USUAL_ROWS,
            description: '几条，0 至 100。How many, 0 to 100.',
          }),
        },
        complexity: ({ first }) => ({ field: 1, multiplier: Math.max(1, first) }),
        resolve: ({ content }, { first }) => {
          checkPage({ first });
          return content.rows(first);
        },
      }),
    }),
  });

builder.queryField('myWork', (t) =>
  t.field({
    type: [WorkQueueType],
    authScopes: { signedIn: true },
    complexity: 50,
    description:
      '我的待办，至多每类一项。What waits for you by what you may do, at most one queue a kind; empty for programs, which have no desk.',
    resolve: async (_root, _args, context) => {
      const desk = await deskOf(context);
      return desk
        ? queuesOf(desk).map(({ kind, ...queue }) => ({ kind, content: readQueue(queue, context) }))
        : [];
    },
  }),
);

/** Whose desk it is: a person's, with the units whose work is theirs. */
async function deskOf({ caller, db, today }: RequestContext) {
  if (!caller?.personId) return null;
  const { organizationId } = await db.person.findUniqueOrThrow({
    where: { id: caller.personId },
    select: { organizationId: true },
  });
  const contactOf = caller.grants
    .filter(({ role }) => role === 'SECTION_CONTACT')
    .flatMap(({ organizationIds }) => organizationIds ?? []);
  return {
    caller,
    personId: caller.personId,
    units: [...new Set([organizationId, ...contactOf])],
    today: today(),
  };
}
