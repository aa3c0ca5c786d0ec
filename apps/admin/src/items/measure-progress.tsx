import { useTranslation } from 'react-i18next';
import './items.css';

/** Accepted measures out of all, as figures and a small bar. */
export function MeasureProgress({ accepted, total }: { accepted: number; total: number }) {
  const { t } = useTranslation('admin');
  if (total === 0) return <span className="faint">—</span>;
  return (
    <span className="measure-progress" title={t('items.measuresDone', { accepted, total })}>
      <span className="tz-number">
        {accepted}/{total}
      </span>
      <span className="measure-bar" aria-hidden="true">
        <span style={{ width: `${(accepted / total) * 100}%` }} />
      </span>
    </span>
  );
}
