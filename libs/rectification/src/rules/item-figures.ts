import type { ItemFilterAddress } from './item-filter-address.ts';
import { ITEM_LIFE_CYCLE, type ItemStatus } from './item-life-cycle.ts';

const { everyStatus, statusesThatAre } = ITEM_LIFE_CYCLE;

/** Which of the items in question each figure counts: the number is made from its filter, and its rows are opened by it. */
export const ITEM_FIGURES = {
  items: {},
  counted: { status: statusesThatAre('isCounted') },
  withdrawn: { status: everyStatus.filter((status) => !ITEM_LIFE_CYCLE.is('isCounted', status)) },
  closed: { status: statusesThatAre('isCompleted') },
  longTerm: { status: statusesThatAre('isLongTerm') },
  overdue: { overdue: true },
  amountStated: { status: statusesThatAre('isCounted'), hasAmountInvolvedFen: true },
  amountUnstated: { status: statusesThatAre('isCounted'), hasAmountInvolvedFen: false },
  closedWithEvidence: { status: statusesThatAre('isCompleted'), hasAcceptedEvidence: true },
} as const satisfies Record<string, ItemFilterAddress>;

/** A figure of items. */
export type ItemFigure = keyof typeof ITEM_FIGURES;

/** The figures that ask for nothing but statuses. */
export type StatusFigure = {
  [Figure in ItemFigure]: keyof (typeof ITEM_FIGURES)[Figure] extends 'status' ? Figure : never;
}[ItemFigure];

/** How many items a figure counts, from the counts by status. */
export function countFigure(
  figure: StatusFigure,
  counts: Partial<Record<ItemStatus, number>>,
): number {
  const { status }: ItemFilterAddress = ITEM_FIGURES[figure];
  const counted: readonly ItemStatus[] = status ?? everyStatus;
  return counted.reduce((sum, one) => sum + (counts[one] ?? 0), 0);
}
