import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { itemsAddress } from '../lists/item-cut.ts';
import { useWall } from '../wall/use-wall.ts';
import { formatRate } from './format-rate.ts';
import { NumberLink } from './number-link.tsx';
import { RateBar } from './rate-bar.tsx';
import './progress.css';

export interface ProgressRow {
  key: string;
  /** For the names of the row's numbers. */
  name: string;
  heading: ReactNode;
  /** The hub's filters of the row's numbers. */
  filters: Record<'closed' | 'counted' | 'overdue' | 'longTerm', unknown>;
  itemCount: number;
  overdueCount: number;
  longTermCount: number;
  completionRate: { numerator: number; denominator: number; rate: number | null };
}

export interface ProgressTableProps {
  rows: readonly ProgressRow[];
  column: string;
  /** Rows beyond these wait behind a button; on a wall, where nobody presses any, they are left to the desk. */
  limit?: number;
}

/** Closed of to-close, with the rate, what is late and what is long-term, a row for each part of the whole. */
export function ProgressTable({ rows, column, limit = Infinity }: ProgressTableProps) {
  const { t } = useTranslation('dashboard');
  const wall = useWall();
  const [whole, setWhole] = useState(false);
  if (rows.length === 0) return <p className="db-faint">{t('progress.empty')}</p>;
  const shown = whole ? rows : rows.slice(0, limit);

  return (
    <div className="db-progress-box">
      <table className="db-progress" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {column}
            </th>
            <th role="columnheader" scope="col" className="db-end">
              {t('progress.closed')} / {t('progress.counted')}
            </th>
            <th role="columnheader" scope="col" className="db-end">
              {t('progress.rate')}
            </th>
            <th role="columnheader" scope="col" className="db-end">
              {t('progress.overdue')}
            </th>
            <th role="columnheader" scope="col" className="db-end">
              {t('progress.longTerm')}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map((row) => (
            <Row key={row.key} row={row} />
          ))}
        </tbody>
      </table>
      {rows.length > limit && wall ? (
        <p className="db-faint">{t('progress.more', { count: rows.length - limit })}</p>
      ) : null}
      {rows.length > limit && !wall ? (
        <button type="button" className="db-quiet" onClick={() => setWhole(!whole)}>
          {whole ? t('progress.showFewer') : t('progress.showAll', { count: rows.length })}
        </button>
      ) : null}
    </div>
  );
}

function Row({ row }: { row: ProgressRow }) {
  const { t } = useTranslation('dashboard');
  const { filters } = row;
  const { numerator, denominator, rate } = row.completionRate;
  const number = (what: string, value: number, filter: unknown, className?: string) => (
    <NumberLink
      value={value}
      to={itemsAddress(filter)}
      label={t('progress.open', { name: row.name, what, value })}
      {...(className ? { className } : {})}
    />
  );

  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {row.heading}
      </th>
      <td role="cell" className="db-fraction">
        <RateBar closed={numerator} longTerm={row.longTermCount} counted={denominator} />
        {number(t('progress.closed'), numerator, filters.closed)}
        <span className="db-slash"> / </span>
        {number(t('progress.counted'), denominator, filters.counted)}
      </td>
      <td role="cell" className="db-end db-rate">
        {formatRate(rate)}
      </td>
      <td role="cell" className="db-end" data-label={t('progress.overdue')}>
        {number(t('progress.overdue'), row.overdueCount, filters.overdue, 'db-late')}
      </td>
      <td role="cell" className="db-end" data-label={t('progress.longTerm')}>
        {number(t('progress.longTerm'), row.longTermCount, filters.longTerm)}
      </td>
    </tr>
  );
}
