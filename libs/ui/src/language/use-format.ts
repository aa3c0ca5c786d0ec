import { useMemo } from 'react';
import type { Language } from './resources.type.ts';
import { useLanguage } from './use-language.ts';

export interface Format {
  /** A `Date` of the hub (yyyy-mm-dd): 2025年2月7日 / 7 Feb 2025. */
  date(value: string): string;
  /** The same in a table, where digits must line up: 2025-02-07 in both languages. */
  shortDate(value: string): string;
  /** A `DateTime` of the hub, in China's time as due dates are, to the minute. */
  dateTime(value: string): string;
  number(value: number): string;
  /** A share of 0..1 with at most two decimals: 98.71%. */
  percent(value: number): string;
  fileSize(bytes: number): string;
}

/** Dates, numbers and shares as the current language writes them. */
export function useFormat(): Format {
  const { language } = useLanguage();
  return useMemo(() => createFormat(language), [language]);
}

export function createFormat(language: Language): Format {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  // A Date has no time zone: formatting it as UTC midnight in UTC never moves it to the day before.
  const day = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const moment = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: 'Asia/Shanghai',
  });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  return {
    date: (value) => day.format(new Date(`${value.slice(0, 10)}T00:00:00Z`)),
    shortDate: (value) => value.slice(0, 10),
    dateTime: (value) => moment.format(new Date(value)),
    number: (value) => number.format(value),
    percent: (value) => percent.format(value),
    fileSize: (bytes) =>
      bytes < 1024
        ? `${number.format(bytes)} B`
        : bytes < 1024 * 1024
          ? `${number.format(Math.round(bytes / 102.4) / 10)} KB`
          : `${number.format(Math.round(bytes / 104857.6) / 10)} MB`,
  };
}
