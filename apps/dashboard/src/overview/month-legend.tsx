import { useFormat } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import type { MonthTableProps } from './month-table.tsx';
import { NumberLink } from './number-link.tsx';

/** The rows' totals in one line each, where a wall has no room for every month's number. */
export function MonthLegend(props: MonthTableProps) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const rows = props.table.rows.map(({ key, total }) => ({
    key,
    total: props.totals?.[key] ?? total,
  }));
  return (
    <div id={props.id}>
      <ul className="db-legend">
        {rows.map(({ key, total }) => (
          <li key={key}>
            <span
              className="db-swatch"
              style={{ background: props.colors(key) }}
              aria-hidden="true"
            />
            <span>{props.labelOf(key)}</span>
            <NumberLink
              value={total}
              to={props.addressOf(key)}
              label={t('figures.open', { label: props.labelOf(key), value: format.number(total) })}
            />
          </li>
        ))}
      </ul>
      {props.table.undated > 0 ? (
        <p className="db-faint">{t('months.undatedNote', { count: props.table.undated })}</p>
      ) : null}
    </div>
  );
}
