import { DemoTag, useFormat } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import type { useOverview } from '../overview/use-overview.ts';

export interface WallClockProps {
  overview: ReturnType<typeof useOverview>;
  isDemo: boolean;
}

/** As of when the wall's figures are, and whether the last try to renew them failed. */
export function WallClock({ overview, isDemo }: WallClockProps) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  if (!overview.metrics) return null;
  const time = format.dateTime(overview.metrics.computedAt);
  return (
    <p className="db-wall-clock" role="status">
      {isDemo ? <DemoTag provenance="DEMO" /> : null}
      <span className={overview.error ? 'db-late' : undefined}>
        {overview.error ? t('overview.stale', { time }) : t('overview.updatedAt', { time })}
      </span>
    </p>
  );
}
