import { heldAt } from '@taizhang/access/rules';
import {
  changedSince,
  day,
  exactly,
  filterOf,
  flag,
  ids,
  int,
  listOf,
  lookupOf,
  oneOf,
  text,
  type Prisma,
} from '@taizhang/platform';
import { visibleItems } from '@taizhang/rectification/visibility';
import { visibleFacts, visibleMechanisms, visibleOccurrences } from '../visible-mechanisms.ts';
import { MechanismCadenceType, MechanismStatusType, OccurrenceStatusType } from './enums.type.ts';

const mechanismFilter = filterOf<Prisma.StandingMechanismWhereInput>(
  'StandingMechanismFilter',
  '长效机制筛选。Which mechanisms; every condition given must hold.',
  {
    // Index on organization and title.
    organizationId: ids('Organization', '所属单位。Of one of these bureaus.', (organizationId) => ({
      organizationId,
    })),
    // Index on responsibleUnitId.
    responsibleUnitId: ids(
      'Organization',
      '责任科室。Kept by one of these units.',
      (responsibleUnitId) => ({ responsibleUnitId }),
    ),
    // Index on ownerId.
    ownerId: ids('Person', '责任人。Answered for by one of these people.', (ownerId) => ({
      ownerId,
    })),
    // Index on itemId.
    itemId: ids(
      'RectificationItem',
      '来源问题。From one of these items.',
      (itemId, { caller }) => ({
        itemId,
        item: visibleItems(caller),
      }),
    ),
    // Index on itemId, through the items of the round.
    roundId: ids(
      'InspectionRound',
      '巡察轮次。From an item of one of these rounds.',
      (roundId, { caller }) => ({ item: { roundId, AND: [visibleItems(caller)] } }),
    ),
    // Index on measureId.
    measureId: ids(
      'CorrectiveMeasure',
      '来源措施。From one of these measures.',
      (measureId, { caller }) => ({ measureId, item: visibleItems(caller) }),
    ),
    // Index on status and nextOpensOn.
    status: oneOf(MechanismStatusType, '状态。In one of these states.', (status) => ({ status })),
    cadence: oneOf(MechanismCadenceType, '频次类型。With one of these cadences.', (cadence) => ({
      cadence,
    })),
    hasMissed: flag('有无未做。With something missed (true) or without (false).', (has) => ({
      occurrences: { [has ? 'some' : 'none']: { status: 'MISSED' } },
    })),
    changedSince: changedSince(),
    text: text('名称或要求包含。Whose title or description contains this text.'),
  },
);

const mechanisms = listOf({
  model: 'StandingMechanism',
  node: { chinese: '长效机制', english: 'mechanisms' },
  visible: ({ caller }) => visibleMechanisms(caller),
  filter: mechanismFilter,
  orders: {
    TITLE: { description: '名称，按拼音。By title, Chinese by pinyin.', columns: ['titleSort'] },
    UPDATED_AT: { description: '更新时间。By last change.', columns: ['updatedAt'] },
  },
});
mechanisms.root('standingMechanisms', {
  description: '长效机制列表。The standing mechanisms that you may see.',
});
mechanisms.inner('RectificationItem', 'standingMechanisms', {
  description: '长效机制。The standing mechanisms that came from it.',
  of: ({ id }: { id: string }) => ({ itemId: id }),
});

lookupOf('standingMechanism', {
  model: 'StandingMechanism',
  description:
    '按外部键取长效机制。The mechanism with another system’s key; null when there is none that you may see.',
  visible: ({ caller }) => visibleMechanisms(caller),
  keysSetBy: ({ caller }) =>
    heldAt(caller, 'mechanism:edit', (organizationId) => ({ organizationId })),
});

const occurrenceFilter = filterOf<Prisma.MechanismOccurrenceWhereInput>(
  'MechanismOccurrenceFilter',
  '到期事项筛选。Which occurrences; every condition given must hold.',
  {
    // Index on mechanism and slotOn.
    mechanismId: ids(
      'StandingMechanism',
      '所属机制。Of one of these mechanisms.',
      (mechanismId) => ({
        mechanismId,
      }),
    ),
    // Index on organization and dueOn.
    organizationId: ids('Organization', '所属单位。Of one of these bureaus.', (organizationId) => ({
      organizationId,
    })),
    // Index on unit and dueOn.
    responsibleUnitId: ids(
      'Organization',
      '责任科室。Owed by one of these units.',
      (responsibleUnitId) => ({ responsibleUnitId }),
    ),
    // Index on status and dueOn.
    status: oneOf(OccurrenceStatusType, '状态。In one of these states.', (status) => ({ status })),
    // Index on slotYear and dueOn.
    year: int('年度。That fall in this year.', (slotYear) => ({ slotYear })),
    // Index on dueOn.
    dueFrom: day('到期不早于。Due on or after this day.', (gte) => ({ dueOn: { gte } })),
    dueTo: day('到期不晚于。Due on or before this day.', (lte) => ({ dueOn: { lte } })),
    isProvisional: flag('日期暂定。With a provisional day (true) or a sure one (false).', (is) => ({
      isProvisional: is,
    })),
    explained: flag('有无理由。With a reason (true) or without (false).', (has) => ({
      reason: has ? { not: null } : null,
    })),
    changedSince: changedSince(),
  },
);

const occurrences = listOf({
  model: 'MechanismOccurrence',
  node: { chinese: '到期事项', english: 'occurrences' },
  visible: ({ caller }) => visibleOccurrences(caller),
  filter: occurrenceFilter,
  orders: {
    DUE_ON: { description: '到期日。By due day.', columns: ['dueOn'] },
    UPDATED_AT: { description: '更新时间。By last change.', columns: ['updatedAt'] },
  },
});
occurrences.root('mechanismOccurrences', {
  description: '到期事项列表。The occurrences of mechanisms that you may see.',
});
occurrences.inner('StandingMechanism', 'occurrences', {
  description: '到期事项。Its occurrences, by the day on which they first fell.',
  of: ({ id }: { id: string }) => ({ mechanismId: id }),
  order: ['slotOn'],
});

const factFilter = filterOf<Prisma.BusinessFactWhereInput>(
  'BusinessFactFilter',
  '业务事实筛选。Which facts; every condition given must hold.',
  {
    // Index on organization, kind and day.
    organizationId: ids('Organization', '所属单位。Of one of these bureaus.', (organizationId) => ({
      organizationId,
    })),
    kind: exactly('类型。Of this kind.', (kind) => ({ kind })),
    system: exactly('来源系统。Told by this system.', (system) => ({ system })),
    key: exactly('键。With this key there.', (key) => ({ key })),
    // Index on happenedOn.
    happenedFrom: day('不早于。Happened on or after this day.', (gte) => ({
      happenedOn: { gte },
    })),
    happenedTo: day('不晚于。Happened on or before this day.', (lte) => ({ happenedOn: { lte } })),
  },
);

listOf({
  model: 'BusinessFact',
  node: { chinese: '业务事实', english: 'facts' },
  visible: ({ caller }) => visibleFacts(caller),
  filter: factFilter,
  orders: { HAPPENED_ON: { description: '发生日期。By day.', columns: ['happenedOn'] } },
  descends: true,
}).root('businessFacts', { description: '业务事实列表。The business facts that you may see.' });
