import {
  builder,
  filterKey,
  MOST_LISTED,
  onceARequest,
  type Prisma,
  type RequestContext,
} from '@taizhang/platform';
import { visibleItems } from '@taizhang/rectification/visibility';
import { punctualityOf, type PunctualityCounts } from '../rules/index.ts';
import { visibleOccurrences } from '../visible-mechanisms.ts';

/** The counts of one mechanism, unit and year; the parts that a cut does not go by are null. */
interface Cut extends PunctualityCounts {
  mechanismId: string | null;
  unitId: string | null;
  year: number | null;
}

const Counts = builder.interfaceRef<Cut>('PunctualityCounts').implement({
  description: '按时情况。How many occurrences were kept, missed and waived.',
  fields: (t) => ({
    onTime: t.exposeInt('onTime', { description: '按时完成。Done by their day.' }),
    late: t.exposeInt('late', {
      description: '宽限内完成。Done after their day, within the grace.',
    }),
    missed: t.exposeInt('missed', { description: '未做。Missed, also where made up for later.' }),
    waived: t.exposeInt('waived', { description: '免做。Waived; these do not count.' }),
    open: t.exposeInt('open', { description: '待办。Still open; these do not count.' }),
    rate: t.float({
      nullable: true,
      description:
        '按时率，0–1。Kept ÷ (kept + missed), where kept is onTime + late; null while nothing counts.',
      resolve: punctualityOf,
    }),
  }),
});

const YearType = builder.objectRef<Cut>('PunctualityOfYear').implement({
  description: '某年的按时情况。How a year’s occurrences were kept.',
  interfaces: [Counts],
  fields: (t) => ({
    year: t.int({
      description: '年度。The year in which they fell.',
      resolve: ({ year }) => year!,
    }),
  }),
});

const UnitType = builder.objectRef<Cut>('PunctualityOfUnit').implement({
  description: '某科室的按时情况。How a unit’s occurrences were kept.',
  interfaces: [Counts],
  fields: (t) => ({
    unit: t.prismaField({
      type: 'Organization',
      nullable: true,
      description: '责任科室。The unit; null for what names none.',
      resolve: (query, { unitId }, _args, { db }) =>
        unitId ? db.organization.findUnique({ ...query, where: { id: unitId } }) : null,
    }),
  }),
});

const MechanismType = builder.objectRef<Cut>('PunctualityOfMechanism').implement({
  description: '某机制的按时情况。How a mechanism’s occurrences were kept.',
  interfaces: [Counts],
  fields: (t) => ({
    mechanism: t.prismaField({
      type: 'StandingMechanism',
      description: '长效机制。The mechanism.',
      resolve: (query, { mechanismId }, _args, { db }) =>
        db.standingMechanism.findUniqueOrThrow({ ...query, where: { id: mechanismId! } }),
    }),
  }),
});

interface Punctuality extends Cut {
  cutBy: (key: 'mechanismId' | 'unitId' | 'year') => Cut[];
}

const PunctualityType = builder.objectRef<Punctuality>('MechanismPunctuality').implement({
  description:
    '长效机制按时情况。How standing mechanisms were kept, cut by year, unit and mechanism.',
  interfaces: [Counts],
  fields: (t) => ({
    byYear: t.field({
      type: [YearType],
      description: `按年度，至多 ${MOST_LISTED} 年。By year, newest first; at most ${MOST_LISTED}.`,
      resolve: ({ cutBy }) =>
        cutBy('year')
          .toSorted((one, other) => other.year! - one.year!)
          .slice(0, MOST_LISTED),
    }),
    byUnit: t.field({
      type: [UnitType],
      description: `按责任科室，至多 ${MOST_LISTED} 个。By unit, most missed first; at most ${MOST_LISTED}.`,
      resolve: ({ cutBy }) => worstFirst(cutBy('unitId')),
    }),
    byMechanism: t.field({
      type: [MechanismType],
      description: `按机制，至多 ${MOST_LISTED} 个。By mechanism, most missed first; at most ${MOST_LISTED}.`,
      resolve: ({ cutBy }) => worstFirst(cutBy('mechanismId')),
    }),
  }),
});

const counted = ({ onTime, late, missed }: Cut) => onTime + late + missed;

const worstFirst = (cuts: Cut[]) =>
  cuts
    .toSorted((one, other) => other.missed - one.missed || counted(other) - counted(one))
    .slice(0, MOST_LISTED);

const PunctualityFilter = builder.inputType('PunctualityFilter', {
  description: '按时情况范围。Which occurrences are counted; every condition given must hold.',
  fields: (t) => ({
    organizationId: t.id({ description: '所属单位。Of this bureau.' }),
    responsibleUnitId: t.id({ description: '责任科室。Owed by this unit.' }),
    mechanismId: t.id({ description: '长效机制。Of this mechanism.' }),
    roundId: t.id({ description: '巡察轮次。Of mechanisms from an item of this round.' }),
    year: t.int({ description: '年度。That fell in this year.' }),
  }),
});

type Filter = (typeof PunctualityFilter)['$inferInput'];

builder.queryField('mechanismPunctuality', (t) =>
  t.field({
    type: PunctualityType,
    nullable: true,
    authScopes: { signedIn: true },
    complexity: 1_000,
    description: '长效机制按时情况。How the mechanisms that you may see were kept.',
    args: {
      filter: t.arg({
        type: PunctualityFilter,
        description: '范围。Everything visible when unsaid.',
      }),
    },
    resolve: (_root, { filter }, context, info) =>
      onceARequest(context, info, `punctuality ${JSON.stringify(filter ?? {})}`, () =>
        measurePunctuality(context, filter ?? {}),
      ),
  }),
);

const BY = ['mechanismId', 'responsibleUnitId', 'slotYear', 'status'] as const;

/** Counts once, by all that is cut by; index on organization and year, or on the year, unit or mechanism alone. */
async function measurePunctuality({ db, caller }: RequestContext, filter: Filter) {
  const key = (model: string, id: string | null | undefined) =>
    id ? filterKey(model, id) : undefined;
  const roundId = key('InspectionRound', filter.roundId);
  const where: Prisma.MechanismOccurrenceWhereInput = {
    organizationId: key('Organization', filter.organizationId),
    responsibleUnitId: key('Organization', filter.responsibleUnitId),
    mechanismId: key('StandingMechanism', filter.mechanismId),
    slotYear: filter.year ?? undefined,
    ...(roundId && { mechanism: { item: { roundId, AND: [visibleItems(caller)] } } }),
    AND: [visibleOccurrences(caller)],
  };
  const given = Object.fromEntries(
    Object.entries(where).filter(([, value]) => value !== undefined),
  ) as Prisma.MechanismOccurrenceWhereInput;
  const [groups, lateGroups] = await Promise.all([
    db.mechanismOccurrence.groupBy({ by: [...BY], where: given, _count: { _all: true } }),
    db.mechanismOccurrence.groupBy({
      by: [...BY],
      where: {
        AND: [given, { status: 'DONE', doneOn: { gt: db.mechanismOccurrence.fields.dueOn } }],
      },
      _count: { _all: true },
    }),
  ]);
  const cuts = [
    ...groups.map((group) => cutOf(group, group._count._all)),
    // What was late is counted among the done: it goes over from one to the other.
    ...lateGroups.map((group) => {
      const { _all: late } = group._count;
      return { ...cutOf(group, 0), late, onTime: -late };
    }),
  ];
  return { ...sum(cuts), cutBy: (by: 'mechanismId' | 'unitId' | 'year') => cutBy(cuts, by) };
}

function cutOf(
  group: {
    mechanismId: string;
    responsibleUnitId: string | null;
    slotYear: number;
    status: string;
  },
  count: number,
): Cut {
  const of = (status: string) => (group.status === status ? count : 0);
  return {
    mechanismId: group.mechanismId,
    unitId: group.responsibleUnitId,
    year: group.slotYear,
    onTime: of('DONE'),
    late: 0,
    missed: of('MISSED'),
    waived: of('WAIVED'),
    open: of('DUE'),
  };
}

function sum(cuts: readonly Cut[]): Cut {
  const total = {
    mechanismId: null,
    unitId: null,
    year: null,
    onTime: 0,
    late: 0,
    missed: 0,
    waived: 0,
    open: 0,
  };
  for (const cut of cuts)
    for (const name of ['onTime', 'late', 'missed', 'waived', 'open'] as const)
      total[name] += cut[name];
  return total;
}

function cutBy(cuts: readonly Cut[], by: 'mechanismId' | 'unitId' | 'year'): Cut[] {
  const groups = new Map<string | number | null, Cut[]>();
  for (const cut of cuts) groups.set(cut[by], [...(groups.get(cut[by]) ?? []), cut]);
  return [...groups].map(([key, group]) => ({ ...sum(group), [by]: key }));
}
