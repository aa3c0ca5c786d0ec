import { useTranslation } from 'react-i18next';
import './frame.css';

/** 台账 as a cinnabar seal beside its name. */
export function ProductMark({ suffix }: { suffix?: string }) {
  const { t } = useTranslation('ui');
  return (
    <span className="tz-mark">
      <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
        <rect width="28" height="28" rx="5" fill="#b4301f" />
        <rect
          x="2.5"
          y="2.5"
          width="23"
          height="23"
          rx="3"
          fill="none"
          stroke="#fff"
          strokeOpacity=".55"
        />
        <path
          d="M14 6.5 8.2 12.4h11.2L17 9.6M9 16h10v5.5H9zM9 18.8h10"
          fill="none"
          stroke="#fff"
          strokeWidth="1.7"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      <span className="tz-mark-name">{t('product')}</span>
      {suffix ? <span className="tz-mark-suffix">{suffix}</span> : null}
    </span>
  );
}
