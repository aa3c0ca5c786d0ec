import { filterKey, type RequestContext } from '@taizhang/platform';
import { itemFilter } from '@taizhang/rectification/filters';
import { ITEM_FIGURES, MEASURE_LIFE_CYCLE } from '@taizhang/rectification/rules';
import { sumMoney } from './graphql/money-sum.type.ts';
import {
  countDocuments,
  countItems,
  countTrainings,
  type Cut,
  type Scope,
} from './measure-ledger.ts';

/** The figures of a scope: items are counted at once, all else when it is first asked for. */
export type Figures = Awaited<ReturnType<typeof measureFigures>>;

/** Starts the figures of a scope. */
export async function measureFigures(context: RequestContext, filter: Scope['filter']) {
  const scope = { ...context, filter };
  const { db } = scope;
  const keys = {
    roundId: filter.roundId ? filterKey('InspectionRound', filter.roundId) : null,
    organizationId: filter.organizationId ? filterKey('Organization', filter.organizationId) : null,
  };
  const items = await countItems(scope);
  const item = items.where;
  return {
    scope,
    items,
    closedWithEvidence: once(() =>
      db.rectificationItem.count({
        where: { AND: [item, itemFilter.where(ITEM_FIGURES.closedWithEvidence, scope)] },
      }),
    ),
    measures: once(() =>
      db.correctiveMeasure.count({
        where: { item, status: { in: MEASURE_LIFE_CYCLE.statusesThatAre('isCounted') } },
      }),
    ),
    acceptedMeasures: once(() =>
      db.correctiveMeasure.count({
        where: { item, status: { in: MEASURE_LIFE_CYCLE.statusesThatAre('isCompleted') } },
      }),
    ),
    amountInvolved: once(() => sumMoney(db, item)),
    byArea: once(() => inAreaOrder(scope, items.cutBy('areaId'))),
    documents: once(() => countDocuments(scope, keys)),
    trainings: once(() => countTrainings(scope, keys)),
  };
}

/** The same promise for everyone who asks; Prisma's own ones begin anew with each that waits for them. */
function once<Result>(make: () => PromiseLike<Result>): () => Promise<Result> {
  let made: Promise<Result> | null = null;
  return () => (made ??= Promise.resolve(make()));
}

async function inAreaOrder({ db }: Scope, cuts: Cut[]): Promise<Cut[]> {
  const areas = await db.findingArea.findMany({
    where: { id: { in: cuts.map(({ key }) => key!) } },
    select: { id: true },
    orderBy: [{ round: { feedbackOn: 'desc' } }, { roundId: 'asc' }, { ordinal: 'asc' }],
  });
  const place = new Map(areas.map(({ id }, index) => [id, index]));
  return cuts.toSorted((a, b) => place.get(a.key!)! - place.get(b.key!)!);
}
