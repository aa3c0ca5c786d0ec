import type { BarSeriesOption } from 'echarts/charts';
import type { GridComponentOption, TooltipComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { ThemeName } from '../theme/antd-theme.ts';
import type { Language } from '../language/resources.type.ts';
import { chartTokens, seriesColor } from './chart-colors.ts';

export type BarsOption = ComposeOption<
  BarSeriesOption | GridComponentOption | TooltipComponentOption
>;

export interface MonthSeries {
  key: string;
  label: string;
  /** One number a month of the axis. */
  values: readonly number[];
  /** Its place in the colours, kept by the caller so that a legend beside the chart agrees. */
  colorIndex: number;
}

export interface MonthBarsLook {
  theme: ThemeName;
  language: Language;
  /** In pixels; grows on a wall. */
  fontSize: number;
  /**
   * Widths in pixels left and right of the months, when the chart stands on a table whose columns are the same
   * months: each bar then stands over its column, and the table's head names the months.
   */
  gutters?: { left: number; right: number };
}

/** Stacked bars over a continuous run of months. */
export function monthBarsOption(
  months: readonly string[],
  series: readonly MonthSeries[],
  look: MonthBarsLook,
): BarsOption {
  const tokens = chartTokens(look.theme);
  const text = { color: tokens.textSecondary, fontSize: look.fontSize };
  return {
    animationDuration: 300,
    animationDurationUpdate: 300,
    grid: look.gutters
      ? { ...look.gutters, top: 12, bottom: 8, outerBoundsMode: 'none' }
      : {
          top: 12,
          right: 2,
          bottom: 2,
          left: 2,
          outerBoundsMode: 'same',
          outerBoundsContain: 'axisLabel',
        },
    tooltip: {
      trigger: 'axis',
      // Under the bars, which it would pale.
      axisPointer: { type: 'shadow', z: 0, shadowStyle: { color: tokens.hover, opacity: 0.7 } },
      backgroundColor: tokens.raised,
      borderColor: tokens.border,
      textStyle: { color: tokens.text, fontSize: look.fontSize + 1 },
      confine: true,
      formatter: (points) => tooltipOf(points, months, look.language),
    },
    xAxis: {
      type: 'category',
      data: [...months],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: tokens.border } },
      axisLabel: {
        ...text,
        show: !look.gutters,
        hideOverlap: true,
        lineHeight: look.fontSize * 1.4,
        formatter: (month: string, index: number) => monthLabel(month, index === 0, look.language),
      },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 3,
      axisLabel: text,
      splitLine: { lineStyle: { color: tokens.borderSoft } },
    },
    series: series.map(({ key, label, values, colorIndex }) => ({
      id: key,
      name: label,
      type: 'bar',
      stack: 'month',
      barMaxWidth: 34,
      cursor: 'pointer',
      data: [...values],
      itemStyle: {
        color: seriesColor(look.theme, colorIndex),
        borderColor: tokens.surface,
        borderWidth: 1,
      },
    })),
  };
}

/** `3月` / `Mar`; the first month and each January also say their year, on a line of its own. */
export function monthLabel(month: string, isFirst: boolean, language: Language): string {
  const [year = '', number = ''] = month.split('-');
  const name =
    language === 'zh'
      ? `${Number(number)}月`
      : new Date(`${month}-01T00:00:00Z`).toLocaleString('en-US', {
          month: 'short',
          timeZone: 'UTC',
        });
  return isFirst || number === '01' ? `${name}\n${year}` : name;
}

function fullMonth(month: string, language: Language): string {
  const [name = '', year = month.slice(0, 4)] = monthLabel(month, false, language).split('\n');
  return language === 'zh' ? `${year}年${name}` : `${name} ${year}`;
}

interface Point {
  seriesName?: string;
  value?: unknown;
  marker?: unknown;
  dataIndex?: number;
}

/** The month and its series that are not zero; labels come from the product's own terms, never from users. */
function tooltipOf(points: unknown, months: readonly string[], language: Language): string {
  const list: Point[] = Array.isArray(points) ? points : [];
  const month = months[list[0]?.dataIndex ?? -1];
  if (month === undefined) return '';
  const lines = list
    .filter(({ value }) => Number(value) > 0)
    .map(
      ({ marker, seriesName, value }) =>
        `${String(marker)}${seriesName ?? ''} <b>${Number(value)}</b>`,
    );
  return [fullMonth(month, language), ...(lines.length ? lines : ['0'])].join('<br>');
}
