import { builder, type Database, type Prisma } from '@taizhang/platform';
import { ITEM_LIFE_CYCLE } from '@taizhang/rectification/rules';

/** A sum of money over items, with how many of them state none. */
interface MoneySum {
  sumFen: bigint;
  statedCount: number;
  unstatedCount: number;
}

export const MoneySumType = builder.objectRef<MoneySum>('MoneySum').implement({
  description:
    '金额合计。A sum of money, with how many items it is made of and how many state none.',
  fields: (t) => ({
    sumFen: t.field({
      type: 'Fen',
      description: '合计，单位为分。The sum in whole fen; 0 where no item states one.',
      resolve: ({ sumFen }) => sumFen,
    }),
    statedCount: t.exposeInt('statedCount', {
      description: '载明金额的问题数。Items that state a sum, zero among them.',
    }),
    unstatedCount: t.exposeInt('unstatedCount', {
      description: '未载明金额的问题数。Items that state none: the sum says nothing of them.',
    }),
  }),
});

/** Sums the money involved in items, withdrawn ones left out. */
export async function sumMoney(
  db: Database,
  where: Prisma.RectificationItemWhereInput,
): Promise<MoneySum> {
  const { _sum, _count } = await db.rectificationItem.aggregate({
    where: { AND: [where], status: { in: ITEM_LIFE_CYCLE.statusesThatAre('isCounted') } },
    _sum: { amountInvolvedFen: true },
    _count: { _all: true, amountInvolvedFen: true },
  });
  return {
    sumFen: _sum.amountInvolvedFen ?? 0n,
    statedCount: _count.amountInvolvedFen,
    unstatedCount: _count._all - _count.amountInvolvedFen,
  };
}
