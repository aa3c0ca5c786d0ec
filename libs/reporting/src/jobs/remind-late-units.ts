import { fromDay, toDay, type Job } from '@taizhang/platform';
import { addDays, hourInShanghai, todayInShanghai } from '@taizhang/platform/rules';
import { remindByClock } from '../commands/remind-units.ts';
import { BIWEEKLY_REPORT_LIFE_CYCLE, BIWEEKLY_UNIT_LIFE_CYCLE, urgencyOf } from '../rules/index.ts';

const HOURLY = 60;
/** Around today lie the ends of all periods that somebody may have to be reminded of. */
const DAYS_AROUND = 8;
/** Nobody is reminded at night: the hour in China from which reminders go out. */
const FROM_HOUR = 8;

/** Reminds units that have not handed in, the day before the period ends and the day after. */
export const remindOfBiweeklyReports: Job = {
  name: 'biweekly-reminders',
  everyMinutes: HOURLY,
  run: async ({ db, now, signal }) => {
    if (hourInShanghai(now()) < FROM_HOUR) return;
    const today = todayInShanghai(now());
    const reports = await db.biweeklyReport.findMany({
      // The index of those that are open, by the end of their period.
      where: {
        status: { in: BIWEEKLY_REPORT_LIFE_CYCLE.statusesThatAre('isOpen') },
        endsOn: { gte: toDay(addDays(today, -DAYS_AROUND))!, lte: toDay(addDays(today, 1))! },
      },
      orderBy: [{ endsOn: 'asc' }, { id: 'asc' }],
      include: {
        unitReports: {
          where: { status: { in: BIWEEKLY_UNIT_LIFE_CYCLE.statusesThatAre('isOpen') } },
          select: { id: true, unitId: true },
        },
      },
    });
    for (const report of reports) {
      if (signal.aborted) return;
      const urgency = urgencyOf(fromDay(report.endsOn)!, today);
      if (urgency === 'NONE') continue;
      await db.$transaction((tx) => remindByClock(tx, report, report.unitReports, urgency, now()));
    }
  },
};
