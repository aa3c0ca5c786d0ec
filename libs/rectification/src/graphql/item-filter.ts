import {
  changedSince,
  checkYear,
  day,
  describedOperators,
  filterOf,
  flag,
  ids,
  int,
  oneOf,
  text,
  toDay,
  type Prisma,
} from '@taizhang/platform';
import { EVIDENCE_LIFE_CYCLE, FILTERED_FIELDS, ITEM_LIFE_CYCLE } from '../rules/index.ts';
import { CHOICE_TYPES, ItemStatusType, RectificationTypeType } from './enums.type.ts';

type Where = Prisma.RectificationItemWhereInput;

/** Which items. Each of its conditions has an index of its own or narrows one that has; described fields are looked for in what these leave. */
export const itemFilter = filterOf<Where>(
  'RectificationItemFilter',
  '问题筛选。Which items; every condition given must hold.',
  {
    roundId: ids('InspectionRound', '巡察轮次。Of one of these rounds.', (roundId) => ({
      roundId,
    })),
    areaId: ids('FindingArea', '方面。Of one of these areas.', (areaId) => ({ areaId })),
    organizationId: ids(
      'Organization',
      '被巡察党组织。Of one of these inspected organizations.',
      (organizationId) => ({ organizationId }),
    ),
    status: oneOf(ItemStatusType, '状态。In one of these statuses.', (status) => ({ status })),
    type: oneOf(RectificationTypeType, '整改类型。Of one of these types.', (type) => ({ type })),
    responsibleUnitId: ids(
      'Organization',
      '责任科室（单位）。Whose responsible unit is one of these.',
      (responsibleUnitId) => ({ responsibleUnitId }),
    ),
    leadLeaderId: ids('Person', '牵头领导。Led by one of these people.', (leadLeaderId) => ({
      leadLeaderId,
    })),
    dueFrom: day('时限不早于。Due on or after this day.', (gte) => ({ dueOn: { gte } })),
    dueTo: day('时限不晚于。Due on or before this day.', (lte) => ({ dueOn: { lte } })),
    hasDueOn: flag('有无时限。With a due date (true) or without one (false).', (has) => ({
      dueOn: has ? { not: null } : null,
    })),
    closedFrom: day('销号不早于。Closed on or after this day.', (gte) => ({ closedOn: { gte } })),
    closedTo: day('销号不晚于。Closed on or before this day.', (lte) => ({ closedOn: { lte } })),
    overdue: flag('逾期。Open past the due date (true), or not (false).', (is, { today }) =>
      is ? overdueItems(today()) : { NOT: overdueItems(today()) },
    ),
    year: int(
      '年度。Of rounds with feedback by the end of this year, and not closed before it began.',
      (year) => itemsOfYear(checkYear(year)),
    ),
    hasType: flag('有无整改类型。With a type (true) or without one (false).', (has) => ({
      type: has ? { not: null } : null,
    })),
    hasResponsibleUnit: flag(
      '有无责任单位。With a responsible unit (true) or without one (false).',
      (has) => ({ responsibleUnitId: has ? { not: null } : null }),
    ),
    hasLeadLeader: flag(
      '有无牵头领导。With a lead leader (true) or without one (false).',
      (has) => ({
        leadLeaderId: has ? { not: null } : null,
      }),
    ),
    hasAcceptedEvidence: flag(
      '有无已采信佐证。With accepted evidence (true) or without any (false).',
      (has) => ({
        evidence: {
          [has ? 'some' : 'none']: {
            status: { in: EVIDENCE_LIFE_CYCLE.statusesThatAre('isProof') },
          },
        },
      }),
    ),
    ...describedOperators<Where>(FILTERED_FIELDS, CHOICE_TYPES),
    changedSince: changedSince(),
    text: text('包含文字。Whose code, title or description contains this text.'),
  },
);

/** The items that are overdue on a day, as a condition; the rule `isOverdue` says the same of one item. */
export const overdueItems = (today: string) => ({
  // Written out, so that NOT of it holds for an item without a due date too.
  AND: [
    { dueOn: { not: null } },
    { dueOn: { lt: toDay(today)! } },
    // Named one by one, they are ranges of the index on status and due date.
    { status: { in: ITEM_LIFE_CYCLE.statusesThatAre('isOpen') } },
  ],
});

/** The items that a year's review speaks of: found by its end and still open when it began. */
export const itemsOfYear = (year: number): Where => ({
  round: { OR: [{ feedbackOn: null }, { feedbackOn: { lte: toDay(`${year}-12-31`)! } }] },
  OR: [{ closedOn: null }, { closedOn: { gte: toDay(`${year}-01-01`)! } }],
});
