import { useFormat, useLanguage } from '@taizhang/ui';
import { monthLabel, type MonthlyRow } from '@taizhang/ui/charts';
import { useTranslation } from 'react-i18next';
import { UNDATED } from '../lists/month-range.ts';
import type { MonthPanelProps } from './month-panel.tsx';
import { NumberLink } from './number-link.tsx';

const sumWidth = 84;

/** Left and right of the months, in pixels; the chart above keeps the same. */
export function columnWidths(hasUndated: boolean): { left: number; right: number } {
  return { left: 150, right: hasUndated ? 2 * sumWidth : sumWidth };
}

export interface MonthTableProps extends MonthPanelProps {
  id: string;
  colors(key: string): string;
}

/** Every number of the chart as a link to its rows; what states no date has a column of its own. */
export function MonthTable(props: MonthTableProps) {
  const { table, labelOf, addressOf } = props;
  const { t } = useTranslation('dashboard');
  const { language } = useLanguage();
  const hasUndated = table.undated > 0;

  return (
    <table className="db-month-table" id={props.id} aria-label={props.title}>
      <colgroup>
        <col style={{ width: columnWidths(hasUndated).left }} />
        {table.months.map((month) => (
          <col key={month} />
        ))}
        {hasUndated ? <col style={{ width: sumWidth }} /> : null}
        <col style={{ width: sumWidth }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{props.rowColumn}</th>
          {table.months.map((month, at) => (
            <th scope="col" key={month} className="db-center">
              <MonthHead label={monthLabel(month, at === 0, language)} year={month.slice(0, 4)} />
            </th>
          ))}
          {hasUndated ? (
            <th scope="col" className="db-end">
              {t('months.undated')}
            </th>
          ) : null}
          <th scope="col" className="db-end">
            {t('months.total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <MonthTableRow
            key={row.key}
            row={props.totals ? { ...row, total: props.totals[row.key] ?? row.total } : row}
            months={table.months}
            hasUndated={hasUndated}
            name={labelOf(row.key)}
            color={props.colors(row.key)}
            to={(month) => addressOf(row.key, month)}
          />
        ))}
      </tbody>
      {props.totals ? null : (
        <tfoot>
          <MonthTableRow
            row={{ ...table, key: 'total', values: table.monthTotals }}
            months={table.months}
            hasUndated={hasUndated}
            name={t('months.total')}
            to={(month) => addressOf(undefined, month)}
          />
        </tfoot>
      )}
    </table>
  );
}

function MonthHead({ label, year }: { label: string; year: string }) {
  const [name, shownYear] = label.split('\n');
  return (
    <>
      {name}
      <span className={shownYear ? 'db-month-year' : 'tz-visually-hidden'}>{year}</span>
    </>
  );
}

interface MonthTableRowProps {
  row: MonthlyRow;
  months: readonly string[];
  hasUndated: boolean;
  name: string;
  color?: string;
  to(month?: string): string;
}

function MonthTableRow({ row, months, hasUndated, name, color, to }: MonthTableRowProps) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const number = (value: number, column: string, month?: string) => (
    <NumberLink
      value={value}
      to={to(month)}
      label={t('months.open', { row: name, column, value: format.number(value) })}
    />
  );
  return (
    <tr>
      <th scope="row">
        {color ? (
          <span className="db-swatch" style={{ background: color }} aria-hidden="true" />
        ) : null}
        {name}
      </th>
      {months.map((month, at) => (
        <td key={month} className="db-center">
          {number(row.values[at] ?? 0, month, month)}
        </td>
      ))}
      {hasUndated ? (
        <td className="db-end">{number(row.undated, t('months.undated'), UNDATED)}</td>
      ) : null}
      <td className="db-end db-strong">{number(row.total, t('months.total'))}</td>
    </tr>
  );
}
