import { ITEM_LIFE_CYCLE } from './item-life-cycle.ts';

const among = (statuses: readonly string[]) =>
  `(${statuses.map((status) => `'${status}'`).join()})`;

/**
 * The rule `isOverdue` for a row of items, as SQL; never null.
 *
 * @param item the alias of the row.
 * @param today the day in China, as an expression of type date.
 */
export const overdueSql = (item: string, today: string): string =>
  `(${item}."status" IN ${among(ITEM_LIFE_CYCLE.statusesThatAre('isOpen'))} AND coalesce(${item}."dueOn" < ${today}, false))`;

/** The rule `daysLate` for a row of items, as SQL. */
export const daysLateSql = (item: string, today: string): string => `CASE
  WHEN ${item}."status" IN ${among(ITEM_LIFE_CYCLE.statusesThatAre('isCompleted'))} AND ${item}."closedOn" > ${item}."dueOn"
    THEN ${item}."closedOn" - ${item}."dueOn"
  WHEN ${overdueSql(item, today)} THEN ${today} - ${item}."dueOn" END`;
