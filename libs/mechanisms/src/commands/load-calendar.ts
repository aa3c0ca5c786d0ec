import { fromDay, type Database, type Prisma } from '@taizhang/platform';
import { workingDays, type WorkingDays } from '../rules/calendar/working-days.ts';

const days = (stored: readonly Date[]) => stored.map((day) => fromDay(day)!);

/** The calendar of working days with what was published in this hub: a row a year. */
export async function loadCalendar(tx: Prisma.TransactionClient | Database): Promise<WorkingDays> {
  const published = await tx.workingCalendar.findMany({ orderBy: { year: 'asc' } });
  return workingDays(
    published.map(({ year, source, daysOff, workedDays }) => ({
      year,
      source,
      daysOff: days(daysOff),
      workedDays: days(workedDays),
    })),
  );
}
