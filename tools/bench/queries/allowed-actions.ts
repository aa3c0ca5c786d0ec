import { ITEM_LIFE_CYCLE } from '@taizhang/rectification/rules';

// What the benchmark's caller, an API client with every right, is told of an item. The statuses are
// taken from the rules; the guards, each a sentence, are written again.
const STATUS = '当前状态不能进行此操作 / Its status does not allow this step';
const FOUR_EYES = '提交人不能核验自己的提交 / Who submitted it cannot verify it';
const NO_MEASURE = '还没有整改措施 / It has no corrective measure yet';
const NOT_APPROVED = '还有措施未批准 / A measure is not approved yet';
const NOT_ACCEPTED = '还有措施未验收通过 / A measure is not accepted yet';
const NOT_EDITABLE =
  '该状态下不能修改，请先退回或重新打开 / It cannot be changed in this status: return or reopen it first';
const DONE = '问题已办结，不能申请延期 / The item is done: ask for no more time';
const NO_DATE = '问题没有时限，无需延期 / It has no due date to extend';
const AWAITED = '已有延期申请待审批 / A request for more time awaits its decision';
const A_PERSON = '须由本人办理 / A person has to do it';
const OVER = '问题已销号或撤回 / The item is closed or withdrawn';

const among = (trait: 'isOpen' | 'isEditable') =>
  `{${ITEM_LIFE_CYCLE.statusesThatAre(trait).join()}}`;
const EDITABLE = among('isEditable');
const NOT_DONE = ITEM_LIFE_CYCLE.everyStatus.filter(
  (status) => !ITEM_LIFE_CYCLE.is('isDone', status),
);
const UNDER_WAY = `{${NOT_DONE.join()}}`;

const measureWith = (condition: string) =>
  `EXISTS (SELECT FROM "CorrectiveMeasure" g WHERE g."itemId" = i.id AND ${condition})`;

/** Why a step is refused in a status that allows it; absent: it is not. */
const GUARDS: Record<string, string> = {
  planRectificationItem: `CASE WHEN NOT ${measureWith(`g.status <> 'CANCELLED'`)} THEN '${NO_MEASURE}'
    WHEN ${measureWith(`g.status = 'DRAFT'`)} THEN '${NOT_APPROVED}' END`,
  submitRectificationItem: `CASE WHEN NOT ${measureWith(`g.status <> 'CANCELLED'`)} THEN '${NO_MEASURE}'
    WHEN ${measureWith(`g.status NOT IN ('ACCEPTED', 'CANCELLED')`)} THEN '${NOT_ACCEPTED}' END`,
  verifyRectificationItem: `'${FOUR_EYES}'`,
  closeRectificationItem: `'${FOUR_EYES}'`,
};

/** The actions of an item as the hub lists them. */
export function allowedActions(item: string): string {
  const steps = ITEM_LIFE_CYCLE.actions.map((action) => ({
    action,
    from: `{${ITEM_LIFE_CYCLE.steps[action].from.join()}}`,
    otherwise: STATUS,
    guard: GUARDS[action] ?? 'NULL',
  }));
  const others = [
    { action: 'editRectificationItem', from: EDITABLE, otherwise: NOT_EDITABLE, guard: 'NULL' },
    { action: 'addMeasure', from: EDITABLE, otherwise: NOT_EDITABLE, guard: 'NULL' },
    { action: 'attachEvidence', from: UNDER_WAY, otherwise: OVER, guard: 'NULL' },
    {
      action: 'requestExtension',
      from: among('isOpen'),
      otherwise: DONE,
      guard: `CASE WHEN ${item}."dueOn" IS NULL THEN '${NO_DATE}'
        WHEN EXISTS (SELECT FROM "ExtensionRequest" r WHERE r."itemId" = ${item}.id AND r.status = 'REQUESTED')
        THEN '${AWAITED}' ELSE '${A_PERSON}' END`,
    },
    {
      action: 'superviseRectificationItem',
      from: UNDER_WAY,
      otherwise: OVER,
      guard: `'${A_PERSON}'`,
    },
    { action: 'addMilestone', from: UNDER_WAY, otherwise: OVER, guard: 'NULL' },
  ];
  const rows = [...steps, ...others].map(
    ({ action, from, otherwise, guard }, n) =>
      `(${n}, '${action}', CASE WHEN ${item}.status = ANY('${from}'::"ItemStatus"[]) THEN ${guard}::text ELSE '${otherwise}' END)`,
  );
  return `(SELECT json_agg(json_build_object('action', g.action, 'allowed', g.reason IS NULL, 'reason', g.reason) ORDER BY g.n)
    FROM (VALUES ${rows.join(', ')}) g(n, action, reason))`;
}
