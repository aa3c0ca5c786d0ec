import { EmptyState, ErrorState } from '@taizhang/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useScope } from '../scope/use-scope.ts';
import { isEmpty } from './overview.query.ts';
import { OverviewSkeleton } from './overview-skeleton.tsx';
import type { useOverview } from './use-overview.ts';

export interface OverviewStateProps {
  overview: ReturnType<typeof useOverview>;
  children: ReactNode;
}

/** The figures when there are any; else why not. Figures once read stay on screen when an update fails. */
export function OverviewState({ overview, children }: OverviewStateProps) {
  const { t } = useTranslation('dashboard');
  const { year } = useScope();
  const { metrics, error, reading, refresh } = overview;
  if (!metrics) {
    if (error && !reading) return <ErrorState error={error} onRetry={refresh} />;
    return <OverviewSkeleton />;
  }
  if (isEmpty(metrics)) {
    return (
      <section className="tz-panel">
        <EmptyState
          title={t('overview.emptyTitle')}
          action={<Link to="/">{t('overview.showAll')}</Link>}
        >
          {year === undefined ? t('overview.emptyScope') : t('overview.emptyYear', { year })}
        </EmptyState>
      </section>
    );
  }
  return children;
}
