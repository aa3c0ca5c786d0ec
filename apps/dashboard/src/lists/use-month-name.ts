import { useLanguage } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { UNDATED } from './month-range.ts';

/** A month of an address as the language writes it; UNDATED by its own name. */
export function useMonthName(): (month: string) => string {
  const { t } = useTranslation('dashboard');
  const { language } = useLanguage();
  return (value) => {
    if (value === UNDATED) return t('months.undated');
    const [year = '', month = ''] = value.split('-');
    return t('months.monthName', { year, month: language === 'zh' ? Number(month) : month });
  };
}
