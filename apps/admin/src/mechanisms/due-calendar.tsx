import type { OccurrenceStatus, ResultOf } from '@taizhang/client';
import { workingDays } from '@taizhang/mechanisms/rules';
import { addDays, weekdayOf } from '@taizhang/platform/rules';
import { EmptyState, useTerm } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { calendarQuery } from './calendar.query.ts';

interface DueCalendarProps {
  data: ResultOf<typeof calendarQuery>;
  from: string;
  to: string;
  today: string;
}

interface Entry {
  key: string;
  dueOn: string;
  /** Null while it has not opened yet. */
  status: OccurrenceStatus | null;
  title: string;
  unit: string | null;
  mechanismId: string;
}

const nameOf = (unit: { name: string; shortName: string | null } | null) =>
  unit ? (unit.shortName ?? unit.name) : null;

function entriesOf(data: DueCalendarProps['data']): Entry[] {
  const opened = (data.mechanismOccurrences?.nodes ?? []).map((one) => ({
    key: one.id,
    dueOn: one.dueOn,
    status: one.status,
    title: one.mechanism.title,
    unit: nameOf(one.responsibleUnit),
    mechanismId: one.mechanism.id,
  }));
  const ahead = (data.mechanismForecasts ?? []).map(({ mechanism, slot }) => ({
    key: `${mechanism.id} ${slot.slot}`,
    dueOn: slot.dueOn,
    status: null,
    title: mechanism.title,
    unit: nameOf(mechanism.responsibleUnit),
    mechanismId: mechanism.id,
  }));
  return [...opened, ...ahead];
}

/** A month as weeks of seven days on a desk, and as a list of the days that hold something on a phone. */
export function DueCalendar({ data, from, to, today }: DueCalendarProps) {
  const { t } = useTranslation('admin');
  const calendar = workingDays(data.workingCalendars ?? []);
  const entries = entriesOf(data);
  const total = data.mechanismOccurrences?.totalCount ?? 0;
  const first = addDays(from, -weekdayOf(from));
  const last = addDays(to, 6 - weekdayOf(to));
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  const weekdays = t('mechanisms.weekdays').split(' ');
  const isIn = (day: string) => day >= from && day <= to;
  return (
    <div className="due-calendar">
      <div className="due-weekdays" aria-hidden="true">
        {weekdays.map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      <ol className="due-days">
        {days.map((day) => {
          const due = isIn(day) ? entries.filter(({ dueOn }) => dueOn === day) : [];
          const marks = [
            'due-day',
            calendar.isDayOff(day) ? 'due-day-off' : '',
            isIn(day) ? '' : 'due-day-outside',
            day === today ? 'due-day-today' : '',
            due.length ? '' : 'due-day-empty',
          ];
          return (
            <li key={day} className={marks.filter(Boolean).join(' ')}>
              <header>
                <time dateTime={day} aria-label={day}>
                  {Number(day.slice(8))}
                </time>
                {day === today ? <span className="faint">{t('mechanisms.today')}</span> : null}
                {calendar.isDayOff(day) && weekdayOf(day) < 5 && isIn(day) ? (
                  <span className="faint">{t('mechanisms.dayOff')}</span>
                ) : null}
                {!calendar.isDayOff(day) && weekdayOf(day) > 4 && isIn(day) ? (
                  <span className="faint">{t('mechanisms.workedDay')}</span>
                ) : null}
              </header>
              {due.map((entry) => (
                <DueEntry key={entry.key} entry={entry} />
              ))}
            </li>
          );
        })}
      </ol>
      {entries.length === 0 ? <EmptyState compact title={t('mechanisms.nothingDue')} /> : null}
      <footer className="due-foot faint">
        {calendar.isKnown(from) ? null : (
          <p>{t('mechanisms.yearUnknown', { year: from.slice(0, 4) })}</p>
        )}
        {total > 100 ? <p>{t('mechanisms.tooMany', { count: total })}</p> : null}
      </footer>
    </div>
  );
}

function DueEntry({ entry }: { entry: Entry }) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const status = entry.status ? term('OccurrenceStatus', entry.status) : t('mechanisms.ahead');
  return (
    <Link
      className={`due-entry due-entry-${(entry.status ?? 'ahead').toLowerCase()}`}
      to={`/mechanisms/${entry.mechanismId}`}
      title={[entry.title, entry.unit, status].filter(Boolean).join(' · ')}
    >
      <span className="due-entry-title">{entry.title}</span>
      <span className="due-entry-more">{[status, entry.unit].filter(Boolean).join(' · ')}</span>
    </Link>
  );
}
