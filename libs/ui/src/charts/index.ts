export { chartTokens, seriesColor } from './chart-colors.ts';
export {
  monthAxis,
  tabulateMonths,
  type MonthlyCount,
  type MonthlyRow,
  type MonthlyTable,
} from './month-axis.ts';
export { MonthBars, type MonthBarsProps } from './month-bars.tsx';
export { monthLabel, type MonthSeries } from './month-bars-option.ts';
