import { given, toDay, ValidationError } from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { misplacedDay, ROUND_DAYS, type RoundDays } from '../rules/index.ts';

/** The days given as columns; those not given are left out. */
export const daysOf = (fields: RoundDays) =>
  given(
    Object.fromEntries(ROUND_DAYS.map((day) => [day, toDay(fields[day])])) as Record<
      (typeof ROUND_DAYS)[number],
      Date | null | undefined
    >,
  );

/** @throws ValidationError naming the day that comes too early. */
export function keepDaysInOrder(days: RoundDays) {
  const misplaced = misplacedDay(days);
  if (!misplaced) return;
  const message = bilingual('日期先后不符', 'It comes before a day that it has to follow');
  throw new ValidationError([{ path: [misplaced], message }]);
}
