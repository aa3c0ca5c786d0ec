import type { OccurrenceStatus } from '@taizhang/client';
import { punctualityOf } from '@taizhang/mechanisms/rules';
import { useFormat, useTerm } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';

export interface Mark {
  id: string;
  slot: string;
  slotOn: string;
  dueOn: string;
  doneOn: string | null;
  status: OccurrenceStatus;
  isLate: boolean;
}

interface YearStripsProps {
  marks: readonly Mark[];
  chosen: string | null;
  onChoose(id: string): void;
}

const LEGEND = ['done', 'late', 'missed', 'waived', 'due'] as const;

const lookOf = ({ status, isLate }: Mark) =>
  status === 'DONE' && isLate ? 'late' : (status.toLowerCase() as 'done');

/** The years of a mechanism, newest first: each time a mark, kept or missed; a mark opens what is behind it. */
export function YearStrips({ marks, chosen, onChoose }: YearStripsProps) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const years = [...new Set(marks.map(({ slotOn }) => slotOn.slice(0, 4)))].toSorted().reverse();
  return (
    <>
      <div className="year-strips">
        {years.map((year) => {
          const ofYear = marks.filter(({ slotOn }) => slotOn.startsWith(year));
          const count = (look: string) => ofYear.filter((mark) => lookOf(mark) === look).length;
          const rate = punctualityOf({
            onTime: count('done'),
            late: count('late'),
            missed: count('missed'),
            waived: 0,
            open: 0,
          });
          return (
            <section key={year} className="year-strip" aria-label={year}>
              <span className="year-strip-year">{year}</span>
              <ol>
                {ofYear.map((mark) => (
                  <li key={mark.id}>
                    <MarkButton mark={mark} isChosen={mark.id === chosen} onChoose={onChoose} />
                  </li>
                ))}
              </ol>
              <span className="year-strip-rate">
                {rate === null
                  ? '—'
                  : t('mechanisms.keptRate', {
                      kept: count('done') + count('late'),
                      all: count('done') + count('late') + count('missed'),
                      rate: format.percent(rate),
                    })}
              </span>
            </section>
          );
        })}
      </div>
      <ul className="year-legend">
        {LEGEND.map((look) => (
          <li key={look}>
            <span className={`year-mark year-mark-${look}`} aria-hidden="true" />
            {t(`mechanisms.legend.${look}`)}
          </li>
        ))}
      </ul>
    </>
  );
}

function MarkButton({
  mark,
  isChosen,
  onChoose,
}: {
  mark: Mark;
  isChosen: boolean;
  onChoose(id: string): void;
}) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const look = lookOf(mark);
  const status =
    look === 'late' ? t('mechanisms.legend.late') : term('OccurrenceStatus', mark.status);
  const words = `${t('mechanisms.dueOn', { day: mark.dueOn })} · ${status}`;
  return (
    <button
      type="button"
      className={`year-mark year-mark-${look}`}
      aria-pressed={isChosen}
      aria-label={words}
      title={words}
      onClick={() => onChoose(mark.id)}
    />
  );
}
