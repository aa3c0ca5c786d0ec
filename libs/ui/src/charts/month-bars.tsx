import { useMemo } from 'react';
import { useLanguage } from '../language/use-language.ts';
import { useTheme } from '../theme/use-theme.ts';
import { ChartCanvas } from './chart-canvas.tsx';
import { monthBarsOption, type MonthBarsLook, type MonthSeries } from './month-bars-option.ts';

export interface MonthBarsProps {
  months: readonly string[];
  series: readonly MonthSeries[];
  label: string;
  describedBy?: string;
  height?: number | string;
  fontSize?: number;
  gutters?: MonthBarsLook['gutters'];
  onSelect?(seriesKey: string, month: string): void;
}

/** Counts by month, stacked by series, in the current theme and language. */
export function MonthBars(props: MonthBarsProps) {
  const {
    months,
    series,
    label,
    describedBy,
    height = 190,
    fontSize = 12,
    gutters,
    onSelect,
  } = props;
  const { name: theme } = useTheme();
  const { language } = useLanguage();
  const option = useMemo(() => {
    const look = { theme, language, fontSize };
    return monthBarsOption(months, series, gutters ? { ...look, gutters } : look);
  }, [months, series, theme, language, fontSize, gutters]);
  const select = useMemo(() => {
    if (!onSelect) return undefined;
    return (seriesKey: string, index: number) => {
      const month = months[index];
      if (month !== undefined) onSelect(seriesKey, month);
    };
  }, [months, onSelect]);
  return (
    <ChartCanvas
      option={option}
      label={label}
      height={height}
      {...(describedBy ? { describedBy } : {})}
      {...(select ? { onSelect: select } : {})}
    />
  );
}
