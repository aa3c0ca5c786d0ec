import { builder, domainErrors, type CommandInput } from '@taizhang/platform';
import { importNotice, type NoticeImport } from '../commands/import-notice.ts';
import {
  CHANGE_KINDS,
  type NoticeChange,
  type NoticeCheck,
  type NoticeDropped,
  type UnmatchedName,
} from '../rules/index.ts';

const NoticeChangeKindType = builder.enumType('NoticeChangeKind', {
  description: '差异类别。What an import does to one entry.',
  values: {
    CREATED: { description: '新增。New: the ledger did not have it.' },
    CHANGED: { description: '改动。Changed: the text says it differently.' },
    UNCHANGED: { description: '不变。Unchanged: both say the same.' },
    MISSING: {
      description:
        '通报中没有。Not in the notice: the ledger has it, the text does not; it is kept.',
    },
    REFUSED: {
      description:
        '不予写入。Not written: the life cycle closes it to changes; the ledger stays as it is, and `reason` says why.',
    },
  } as const satisfies Record<(typeof CHANGE_KINDS)[number], object>,
});

const NoticeEntityType = builder.enumType('NoticeEntity', {
  description: '条目类别。What kind of entry of the ledger.',
  values: {
    ROUND: { description: '轮次。Round.' },
    AREA: { description: '方面。Area.' },
    ITEM: { description: '问题。Item.' },
    MEASURE: { description: '措施。Measure.' },
    FIELD: {
      description:
        '字段。Field: of an item or a measure, such as its limit; one that is filled is never written over.',
    },
    DOCUMENT: { description: '制度文件。Document: what was done with a document.' },
    TRAINING: { description: '培训会议。Training: or a meeting.' },
  } as const,
});

const NoticeChangeType = builder.objectRef<NoticeChange>('NoticeChange').implement({
  description: '导入差异。What the ledger has and what the notice says.',
  fields: (t) => ({
    kind: t.expose('kind', {
      type: NoticeChangeKindType,
      description: '类别。New, changed, the same or missing.',
    }),
    entity: t.expose('entity', {
      type: NoticeEntityType,
      description: '条目。What kind of entry.',
    }),
    path: t.intList({
      description: '位置，至多三级。Area, item and measure ordinals; at most the three of them.',
      resolve: ({ path }) => [...path],
    }),
    field: t.exposeString('field', {
      nullable: true,
      description: '字段名。The field as the schema calls it; null but for FIELD.',
    }),
    sourceStart: t.int({
      nullable: true,
      description:
        '原文起。Where the text says it, in UTF-16 units; null when it is missing there.',
      resolve: ({ source }) => source?.start ?? null,
    }),
    sourceEnd: t.int({
      nullable: true,
      description: '原文止。Where that ends.',
      resolve: ({ source }) => source?.end ?? null,
    }),
    before: t.exposeString('before', {
      nullable: true,
      description: '台账原文。What the ledger has; null when new.',
    }),
    after: t.exposeString('after', {
      nullable: true,
      description: '通报内容。What the notice says; null when missing.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: '不予写入的原因。Why it is not written, "中文 / English"; null when it is.',
    }),
  }),
});

const NoticeWarningType = builder
  .objectRef<{ message: string; line: number }>('NoticeWarning')
  .implement({
    description: '读取提示。Something in the text that a reader should look at.',
    fields: (t) => ({
      message: t.exposeString('message', { description: '提示。"中文 / English".' }),
      line: t.exposeInt('line', { description: '行号。Line of the text, from 1.' }),
    }),
  });

const NoticeDroppedType = builder.objectRef<NoticeDropped>('NoticeDropped').implement({
  description: '未读入的内容。Numbered or tabled text that is in no entry.',
  fields: (t) => ({
    text: t.exposeString('text', { description: '摘录。How it begins.' }),
    line: t.exposeInt('line', { description: '行号。Line of the text, from 1.' }),
    sourceStart: t.int({
      description: '原文起。Where it begins, in UTF-16 units.',
      resolve: ({ source }) => source.start,
    }),
    sourceEnd: t.int({
      description: '原文止。Where it ends.',
      resolve: ({ source }) => source.end,
    }),
    message: t.exposeString('message', {
      description: '原因。Why it was left out, "中文 / English".',
    }),
  }),
});

const UnmatchedNameType = builder.objectRef<UnmatchedName>('UnmatchedName').implement({
  description:
    '未匹配的名称。A person or unit that the notice names and the ledger does not have: it is written nowhere.',
  fields: (t) => ({
    path: t.intList({
      description: '位置，至多三级。Area, item and measure ordinals; at most the three of them.',
      resolve: ({ path }) => [...path],
    }),
    field: t.exposeString('field', { description: '字段名。The field as the schema calls it.' }),
    words: t.exposeString('words', { description: '通报用语。What the notice calls it.' }),
    sourceStart: t.int({
      description: '原文起。Where the text says it, in UTF-16 units.',
      resolve: ({ source }) => source.start,
    }),
    sourceEnd: t.int({
      description: '原文止。Where that ends.',
      resolve: ({ source }) => source.end,
    }),
  }),
});

const NoticeCheckType = builder.objectRef<NoticeCheck>('NoticeCheck').implement({
  description: '通报体检。Something in a notice that is worth a look; it holds nothing up.',
  fields: (t) => ({
    message: t.exposeString('message', { description: '提示。"中文 / English": what was found.' }),
    path: t.exposeString('path', {
      description: '位置。Area, item and measure ordinals, as far as they go, joined by dots.',
    }),
    excerpt: t.exposeString('excerpt', {
      nullable: true,
      description: '摘录。What stands there, or the place of the other item.',
    }),
  }),
});

const NoticeImportType = builder.objectRef<NoticeImport>('NoticeImport').implement({
  description: '通报导入结果。What importing a notice did, or would do.',
  fields: (t) => ({
    round: t.prismaField({
      type: 'InspectionRound',
      nullable: true,
      description: '轮次。The round; null when a dry run would make a new one.',
      resolve: (query, { roundId }, _args, { db }) =>
        roundId ? db.inspectionRound.findUnique({ ...query, where: { id: roundId } }) : null,
    }),
    act: t.prismaField({
      type: 'Act',
      nullable: true,
      description:
        '批量操作。The act that writes it, under way or done; null for a dry run. It can be undone.',
      resolve: (query, { actId }, _args, { db }) =>
        actId ? db.act.findUnique({ ...query, where: { id: actId } }) : null,
    }),
    dryRun: t.exposeBoolean('isDryRun', {
      description: '是否试运行。True when nothing was written.',
    }),
    changes: t.expose('changes', {
      type: [NoticeChangeType],
      description:
        '差异，至多每行一项，全文至多 200 万字。Every entry, in the order of the notice; at most one a line of its text of at most 2,000,000 characters.',
    }),
    warnings: t.field({
      type: [NoticeWarningType],
      description:
        '读取提示，至多每行一项。What a reader should look at; at most one a line of the text.',
      resolve: ({ warnings }) => [...warnings],
    }),
    dropped: t.field({
      type: [NoticeDroppedType],
      description:
        '未读入的内容，至多每行一项。What is in no entry, with its place and reason; at most one a line of the text.',
      resolve: ({ dropped }) => [...dropped],
    }),
    unmatched: t.field({
      type: [UnmatchedNameType],
      description:
        '未匹配的名称，每个问题和措施至多数项。People and units that the ledger does not have; at most a few an entry.',
      resolve: ({ unmatched }) => [...unmatched],
    }),
    checks: t.expose('checks', {
      type: [NoticeCheckType],
      description:
        '体检提示，至多每条规则每项一条。What is worth a look in what the notice says of its measures; at most one a rule and measure.',
    }),
  }),
});

const ImportNoticeInput = builder.inputType('ImportNoticeInput', {
  description: '导入通报。The input of `importNotice`.',
  fields: (t) => ({
    idempotencyKey: t.string({
      required: true,
      description:
        '幂等键，8–200 字符。Any unique text: sent again, the mutation has no second effect.',
    }),
    text: t.string({ required: true, description: '全文。The text of the notice.' }),
    fileName: t.string({ required: true, description: '文件名。The name of its file.' }),
    organizationCode: t.string({
      description: '组织代码。Whose notice it is, where the text does not say so.',
    }),
    dryRun: t.boolean({ description: '试运行。True: compare only, write nothing.' }),
  }),
});

builder.mutationField('importNotice', (t) =>
  t.field({
    extensions: { readBy: 'whoever its command lets' },
    type: NoticeImportType,
    description: '导入通报。Reads a notice into the ledger; the same text again changes nothing.',
    errors: {
      types: domainErrors,
      directResult: true,
      union: {
        name: 'ImportNoticeResult',
        description: 'What the import did, or why it was refused.',
      },
    },
    complexity: { field: 2_000, multiplier: 1 },
    args: { input: t.arg({ type: ImportNoticeInput, required: true }) },
    resolve: (_root, { input }, context) => importNotice(context, input as CommandInput),
  }),
);
