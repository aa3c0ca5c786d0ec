import { graphql, readFragment, type FragmentOf } from '@taizhang/client';
import { pickLanguage, useFormat, useLanguage } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { itemsAddress } from '../lists/item-cut.ts';
import { formatRate } from './format-rate.ts';
import { NumberLink } from './number-link.tsx';
import './lead.css';

export const completionHeadlineFragment = graphql(`
  fragment CompletionHeadline on RectificationMetrics {
    rule
    completionRate {
      numerator
      denominator
      rate
    }
    filters {
      closed
      counted
    }
  }
`);

/** The one big number, what it was divided from, and the rule it was divided by. */
export function CompletionHeadline(props: {
  metrics: FragmentOf<typeof completionHeadlineFragment>;
}) {
  const { rule, completionRate, filters } = readFragment(completionHeadlineFragment, props.metrics);
  const { numerator, denominator, rate } = completionRate;
  const { t } = useTranslation('dashboard');
  const { language } = useLanguage();
  const format = useFormat();
  const open = (label: string, value: number) =>
    t('figures.open', { label, value: format.number(value) });

  return (
    <div className="db-headline" role="group" aria-label={t('rate.label')}>
      <h2 className="db-headline-label">{t('rate.label')}</h2>
      <p className="db-headline-number">
        {rate === null ? '—' : formatRate(rate).slice(0, -1)}
        {rate === null ? null : <span className="db-headline-unit">%</span>}
      </p>
      <p className="db-headline-fraction">
        <span>{t('rate.closed')}</span>
        <NumberLink
          value={numerator}
          to={itemsAddress(filters.closed)}
          label={open(t('rate.closed'), numerator)}
        />
        <span aria-hidden="true">/</span>
        <span>{t('rate.counted')}</span>
        <NumberLink
          value={denominator}
          to={itemsAddress(filters.counted)}
          label={open(t('rate.counted'), denominator)}
        />
      </p>
      {rate === null ? <p className="db-faint">{t('rate.none')}</p> : null}
      <p className="db-headline-rule">
        <span>{t('rate.rule')}</span>
        {pickLanguage(rule, language)}
      </p>
    </div>
  );
}
