import { useTranslation } from 'react-i18next';

/** The outline of the sheets to come, in their places, so that nothing jumps when they arrive. */
export function OverviewSkeleton() {
  const { t } = useTranslation('ui');
  return (
    <div className="db-overview db-skeleton" role="status" aria-label={t('loading')}>
      <div className="tz-panel" style={{ height: 292 }}>
        <span style={{ width: 96 }} />
        <span style={{ width: 260, height: 84 }} />
        <span style={{ width: 180 }} />
      </div>
      <div className="tz-panel" style={{ height: 300 }}>
        <span style={{ width: 96 }} />
        <span />
        <span />
        <span />
        <span />
      </div>
      <div className="db-pair">
        <div className="tz-panel" style={{ height: 320 }} />
        <div className="tz-panel" style={{ height: 320 }} />
      </div>
    </div>
  );
}
