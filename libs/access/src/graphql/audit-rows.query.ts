import {
  badInput,
  builder,
  checkRows,
  encodeRecordId,
  FOLDED_MODELS,
  refuseCaller,
  ROW_FAULTS,
  rowFault,
  type FoldDifference,
  type RowPlace,
  type RowsCheck,
} from '@taizhang/platform';
import { bilingual, type BilingualText } from '@taizhang/platform/rules';
import { mayCheckChain } from '../rules/index.ts';

type Fault = (typeof ROW_FAULTS)[number];

const FAULTS: Record<Fault, { description: string; message: BilingualText }> = {
  ROW_CHANGED: {
    description: '记录被改。Columns are not what the events say.',
    message: bilingual('记录与其事件不符', 'The record is not what its events say'),
  },
  ROW_MISSING: {
    description: '记录缺失。The events tell of a record that is not there.',
    message: bilingual('事件所述的记录不存在', 'The record that its events tell of is gone'),
  },
  ROW_NOT_TOLD: {
    description: '记录无据。No event tells of the record.',
    message: bilingual('没有任何事件述及此记录', 'No event tells of the record'),
  },
};

const RowFaultType = builder.enumType('AuditRowFault', {
  description: '记录的缺陷。Why a record is not what the log says.',
  values: Object.fromEntries(
    Object.entries(FAULTS).map(([fault, { description }]) => [fault, { description }]),
  ) as Record<Fault, { description: string }>,
});

const BadRowType = builder.objectRef<FoldDifference>('AuditRowDifference').implement({
  description: '与日志不符的记录。A record that folding its events does not give.',
  fields: (t) => ({
    recordId: t.id({
      description: '记录 ID。The record.',
      resolve: ({ model, id }) => encodeRecordId(model, id),
    }),
    fault: t.field({
      type: RowFaultType,
      description: '缺陷。Why it is bad.',
      resolve: (row) => rowFault(row).fault,
    }),
    columns: t.stringList({
      description:
        '不符的列，至多为全部列，不含其值。The columns that differ, at most all there are; never their values.',
      resolve: (row) => rowFault(row).columns,
    }),
    message: t.string({
      description: '说明。What is wrong, "中文 / English".',
      resolve: (row) => FAULTS[rowFault(row).fault].message,
    }),
  }),
});

const RowsCheckType = builder.objectRef<RowsCheck>('AuditRowsCheck').implement({
  description: '记录核验。What comparing the next records with their events has found.',
  fields: (t) => ({
    checked: t.exposeInt('checked', { description: '已核记录数。How many were compared now.' }),
    next: t.string({
      nullable: true,
      description: '下一处。Send it as `after` to go on; null behind the last record.',
      resolve: ({ next }) => next && printPlace(next),
    }),
    differences: t.expose('differences', {
      type: [BadRowType],
      description: '与日志不符的记录，至多 500 条。Those that differ, at most 500.',
    }),
  }),
});

builder.queryField('auditRows', (t) =>
  t.field({
    type: RowsCheckType,
    authScopes: { signedIn: true },
    description:
      '核验记录与日志是否一致，限全局审计管理员。Compares up to 500 records with what folding their events gives, for the audit administrator of the whole tree.',
    complexity: { field: 2_000, multiplier: 1 },
    args: {
      after: t.arg.string({ description: '起点。The `next` of the call before.' }),
    },
    resolve: (_root, { after }, { db, caller }) => {
      if (!mayCheckChain(caller)) throw refuseCaller(caller);
      return checkRows(db, after ? readPlace(after) : null);
    },
  }),
);

const printPlace = ({ model, id }: RowPlace) => `${model}:${id ?? ''}`;

function readPlace(text: string): RowPlace {
  const [, name, id] = /^(\w+):([0-9a-f-]{36})?$/.exec(text) ?? [];
  const model = FOLDED_MODELS.find((known) => known === name);
  if (model) return { model, id: id ?? null };
  throw badInput(bilingual('after 须为上次核验的 next', 'Give the `next` of the call before'));
}
