import { useTranslation } from 'react-i18next';
import { useFormat } from '../language/use-format.ts';
import './status.css';

export interface CompletionRateProps {
  numerator: number;
  denominator: number;
  /** 0..1; null when there is nothing to divide by. */
  rate: number | null | undefined;
  size?: 'small' | 'large';
}

/** 整改完成率: never a bare percentage, always with the counts that it comes from. */
export function CompletionRate({
  numerator,
  denominator,
  rate,
  size = 'small',
}: CompletionRateProps) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  if (rate == null) return <span className="tz-rate-none">{t('completionRate.none')}</span>;
  return (
    <span className={`tz-rate tz-rate-${size}`}>
      <span className="tz-rate-value tz-number">{format.percent(rate)}</span>
      <span className="tz-rate-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(100, rate * 100)}%` }} />
      </span>
      <span className="tz-rate-fraction tz-number">
        {t('completionRate.fraction', {
          numerator: format.number(numerator),
          denominator: format.number(denominator),
        })}
      </span>
    </span>
  );
}
