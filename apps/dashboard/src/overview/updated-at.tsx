import { useFormat } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { addressOf } from '../scope/metrics-scope.ts';
import type { useOverview } from './use-overview.ts';

/** As of when the figures are, with the way to newer ones and to the wall. */
export function UpdatedAt({ overview }: { overview: ReturnType<typeof useOverview> }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const [params] = useSearchParams();
  const { metrics, error, reading, refresh } = overview;
  if (!metrics) return null;
  const time = format.dateTime(metrics.computedAt);
  const wall = new URLSearchParams(params);
  wall.set('wall', '1');

  return (
    <footer className="db-updated">
      <span role="status" className={error ? 'db-late' : undefined}>
        {error ? t('overview.stale', { time }) : t('overview.updatedAt', { time })}
      </span>
      <button type="button" className="db-quiet" onClick={refresh} disabled={reading}>
        {reading ? t('overview.refreshing') : t('overview.refresh')}
      </button>
      <Link className="db-quiet" to={addressOf('/', wall)}>
        {t('overview.wall')}
      </Link>
    </footer>
  );
}
