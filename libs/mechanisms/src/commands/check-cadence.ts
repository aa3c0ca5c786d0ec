import { ValidationError } from '@taizhang/platform';
import { addDays, bilingual, yearOf } from '@taizhang/platform/rules';
import { RULE_NEVER_FALLS } from '../rules/cadence/read-rule.ts';
import { slotAfter, type Timetable } from '../rules/cadence/slots.ts';
import type { WorkingDays } from '../rules/calendar/working-days.ts';

/** Makes sure that a cadence falls at all, and that the working days that it counts are known. @throws ValidationError */
export function checkCadence(timetable: Timetable, calendar: WorkingDays): void {
  const { cadence, slotsFrom } = timetable;
  const counts = cadence.kind === 'FACT' && cadence.delay.unit === 'WORKING_DAY';
  if (counts && !calendar.isKnown(slotsFrom)) throw refused('delayUnit', unknownYear(slotsFrom));
  if (cadence.kind !== 'FACT' && !slotAfter(timetable, addDays(slotsFrom, -1)))
    throw refused(
      cadence.kind === 'RULE' ? 'recurrenceRule' : 'period',
      timetable.endsOn ? OVER : RULE_NEVER_FALLS,
    );
}

const OVER = bilingual(
  '到终止日期为止没有任何一天到期：请推后终止日期，或改频次',
  'Nothing falls due before it ends: put the end off, or change the cadence',
);

const unknownYear = (day: string) =>
  bilingual(
    `还没有 ${yearOf(day)} 年的工作日历，无法按工作日计算：请先公布该年放假安排，或改按天计算`,
    `The working days of ${yearOf(day)} are not known: publish that year’s calendar first, or count in days`,
  );

const refused = (field: string, message: string) =>
  new ValidationError([{ path: ['cadence', field], message }]);
