import { setImmediate } from 'node:timers/promises';
import {
  builder,
  encodeRecordId,
  fromDay,
  type Caller,
  type Database,
  type Prisma,
} from '@taizhang/platform';
import { describeWords } from '@taizhang/platform/rules';
import {
  type CheckedPlan,
  EVIDENCE_LIFE_CYCLE,
  ITEM_LIFE_CYCLE,
  PLAN_CHECK_CODES,
  PLAN_CHECKS,
  type PlanCheckCode,
  type PlanFinding,
  runPlanCheck,
} from '../rules/index.ts';
import { visibleItems } from '../visible-items.ts';

/** So many items of a round, and so many earlier ones, are checked; no round known has a tenth of it. */
const MOST_ITEMS = 5_000;
/** So many findings of one rule are listed; its count says how many there are. */
const LISTED = 100;

const PlanCheckCodeType = builder.enumType('PlanCheckCode', {
  description: '方案体检规则。A rule by which a plan is looked over.',
  values: Object.fromEntries(
    PLAN_CHECK_CODES.map((code) => [code, { description: describeWords(PLAN_CHECKS[code].title) }]),
  ) as Record<PlanCheckCode, { description: string }>,
});

const PlanFindingType = builder.objectRef<PlanFinding>('PlanFinding').implement({
  description: '体检发现。One place of a plan that is worth a look.',
  fields: (t) => ({
    itemId: t.id({
      description: '问题 ID。The item.',
      resolve: ({ itemKey }) => encodeRecordId('RectificationItem', itemKey),
    }),
    itemCode: t.exposeString('itemLabel', { description: '问题编号。The item’s code.' }),
    measureOrdinal: t.exposeInt('measureOrdinal', {
      nullable: true,
      description: '措施序号。The measure of the item; null for the item itself.',
    }),
    field: t.exposeString('field', { description: '字段。Which of its fields.' }),
    start: t.exposeInt('start', {
      nullable: true,
      description: '起点。First character in the field; null when all of it is meant.',
    }),
    end: t.exposeInt('end', {
      nullable: true,
      description: '终点。Behind the last character in the field.',
    }),
    excerpt: t.exposeString('excerpt', { nullable: true, description: '摘录。What stands there.' }),
    relatedCode: t.exposeString('relatedLabel', {
      nullable: true,
      description: '相关问题编号。The other item, where two are alike.',
    }),
  }),
});

interface CheckResult {
  code: PlanCheckCode;
  findings: PlanFinding[];
}

const PlanCheckType = builder.objectRef<CheckResult>('PlanCheck').implement({
  description: '体检规则结果。What one rule found; every rule informs and none blocks.',
  fields: (t) => ({
    code: t.expose('code', { type: PlanCheckCodeType, description: '规则。Which rule.' }),
    title: t.string({
      description: '名称。"中文 / English": what it looks for.',
      resolve: ({ code }) => PLAN_CHECKS[code].title,
    }),
    advice: t.string({
      description: '建议。"中文 / English": what to do about it.',
      resolve: ({ code }) => PLAN_CHECKS[code].advice,
    }),
    count: t.int({
      description: '发现数。How many places it found.',
      resolve: ({ findings }) => findings.length,
    }),
    findings: t.field({
      type: [PlanFindingType],
      description:
        '发现，至多 100 条。At most the first hundred of them, in the order of the codes.',
      resolve: ({ findings }) => findings.slice(0, LISTED),
    }),
  }),
});

builder.prismaObjectField('InspectionRound', 'planChecks', (t) =>
  t.field({
    type: [PlanCheckType],
    nullable: true,
    complexity: { field: 5_000, multiplier: 1 },
    description:
      '方案体检，至多每条规则一项。What is worth a look in the plan, at most one a rule, over the items that you may see, the first 5,000 by code.',
    select: {
      id: true,
      inspectedOrganizationId: true,
      feedbackOn: true,
      intensivePeriodEndsOn: true,
    },
    resolve: async (round, _args, { db, caller }) => {
      const plan: CheckedPlan = {
        intensivePeriodEndsOn: fromDay(round.intensivePeriodEndsOn),
        items: await loadItems(db, round.id, caller),
        earlier: await loadEarlier(db, round, caller),
      };
      const results: CheckResult[] = [];
      for (const code of PLAN_CHECK_CODES) {
        results.push({ code, findings: runPlanCheck(code, plan) });
        // A check is done within a moment; between two of them other requests have their turn.
        await setImmediate();
      }
      return results;
    },
  }),
);

async function loadItems(
  db: Database,
  roundId: string,
  caller: Caller | null,
): Promise<CheckedPlan['items']> {
  const items = await db.rectificationItem.findMany({
    where: { roundId, AND: [visibleItems(caller)] },
    select: {
      id: true,
      code: true,
      title: true,
      type: true,
      status: true,
      dueOn: true,
      _count: {
        select: {
          evidence: {
            where: { status: { in: EVIDENCE_LIFE_CYCLE.statusesThatAre('isStanding') } },
          },
        },
      },
      measures: {
        select: {
          ordinal: true,
          text: true,
          status: true,
          ownerId: true,
          responsibleUnitId: true,
          dueOn: true,
        },
        orderBy: { ordinal: 'asc' },
      },
    },
    orderBy: { code: 'asc' },
    take: MOST_ITEMS,
  });
  return items.map(({ id, code, dueOn, _count, measures, ...item }) => ({
    ...item,
    key: id,
    label: code,
    dueOn: fromDay(dueOn),
    evidenceCount: _count.evidence,
    measures: measures.map(({ ownerId, responsibleUnitId, dueOn: day, ...measure }) => ({
      ...measure,
      hasOwner: Boolean(ownerId ?? responsibleUnitId),
      dueOn: fromDay(day),
    })),
  }));
}

/** The visible problems of the organization's rounds before this one, newest first. */
async function loadEarlier(
  db: Database,
  round: { id: string; inspectedOrganizationId: string; feedbackOn: Date | null },
  caller: Caller | null,
): Promise<CheckedPlan['earlier']> {
  if (!round.feedbackOn) return [];
  const where: Prisma.RectificationItemWhereInput = {
    organizationId: round.inspectedOrganizationId,
    status: { in: ITEM_LIFE_CYCLE.statusesThatAre('isCounted') },
    round: { feedbackOn: { lt: round.feedbackOn } },
    AND: [visibleItems(caller)],
  };
  const items = await db.rectificationItem.findMany({
    where,
    select: { code: true, title: true },
    orderBy: { code: 'desc' },
    take: MOST_ITEMS,
  });
  return items.map(({ code, title }) => ({ label: code, title }));
}
