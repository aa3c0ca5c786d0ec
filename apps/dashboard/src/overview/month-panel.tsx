import { Panel, useTheme } from '@taizhang/ui';
import { MonthBars, seriesColor, type MonthlyTable } from '@taizhang/ui/charts';
import { useId, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useWall } from '../wall/use-wall.ts';
import { MonthLegend } from './month-legend.tsx';
import { columnWidths, MonthTable } from './month-table.tsx';
import './months.css';

export interface MonthPanelProps {
  title: string;
  table: MonthlyTable;
  /** What the rows are: 动作, 类别. */
  rowColumn: string;
  labelOf(key: string): string;
  /** A place in the colours that a key keeps whatever else is on screen. */
  colorOf(key: string): number;
  /** The rows behind a number; without a key those of every key, without a month those of every month. */
  addressOf(key?: string, month?: string): string;
  /**
   * Totals by key where they are not the sum of the months: a document revised in two months is one document.
   * Then there are no sums over the keys either.
   */
  totals?: Record<string, number>;
  /** Beside the title: the total of all. */
  extra?: ReactNode;
  chartLabel: string;
  empty: string;
  /** Between the title and the chart: which number is drawn. */
  choice?: ReactNode;
}

/** Months as bars that stand on the columns of their own table, so that each bar has its numbers beneath. */
export function MonthPanel(props: MonthPanelProps) {
  const { table, labelOf, colorOf, addressOf } = props;
  const { t } = useTranslation('dashboard');
  const navigate = useNavigate();
  const { name: theme } = useTheme();
  const wall = useWall();
  const tableId = useId();
  const series = useMemo(
    () =>
      table.rows.map(({ key, values }) => ({
        key,
        label: labelOf(key),
        values,
        colorIndex: colorOf(key),
      })),
    [table, labelOf, colorOf],
  );
  const colors = (key: string) => seriesColor(theme, colorOf(key));
  const select = (key: string, month: string) => void navigate(addressOf(key, month));

  if (table.total === 0) {
    return (
      <Panel title={props.title} extra={props.extra}>
        {props.choice}
        <p className="db-faint">{props.empty}</p>
      </Panel>
    );
  }
  const tableName = t('months.table', { title: props.title });
  const widths = columnWidths(table.undated > 0);
  const chart = (gutters: boolean) => (
    <MonthBars
      months={table.months}
      series={series}
      label={props.chartLabel}
      describedBy={tableId}
      height={wall ? '100%' : 150}
      fontSize={wall ? 15 : 12}
      onSelect={select}
      {...(gutters ? { gutters: widths } : {})}
    />
  );
  const hasMonths = table.months.length > 0 && table.total > table.undated;

  if (wall) {
    return (
      <Panel title={props.title} extra={props.extra}>
        {props.choice}
        {hasMonths ? <div className="db-wall-chart">{chart(false)}</div> : null}
        <MonthLegend {...props} id={tableId} colors={colors} />
      </Panel>
    );
  }
  return (
    <Panel title={props.title} extra={props.extra}>
      {props.choice}
      {hasMonths ? null : <p className="db-faint">{t('months.noneDated')}</p>}
      <div className="db-months" role="region" tabIndex={0} aria-label={tableName}>
        <div style={{ minWidth: widths.left + widths.right + 40 * table.months.length }}>
          {hasMonths ? chart(true) : null}
          <MonthTable {...props} title={tableName} id={tableId} colors={colors} />
        </div>
      </div>
    </Panel>
  );
}
