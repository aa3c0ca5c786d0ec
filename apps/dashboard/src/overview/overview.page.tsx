import { PageHeading } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { ScopeFilters } from '../scope/scope-filters.tsx';
import { useScopeChoices } from '../scope/use-scope-choices.ts';
import { useWall } from '../wall/use-wall.ts';
import { WallPage } from '../wall/wall.page.tsx';
import { AreaProgress } from './area-progress.tsx';
import { DocumentsByMonth } from './documents-by-month.tsx';
import { LeaderProgress } from './leader-progress.tsx';
import { MechanismPunctuality } from './mechanism-punctuality.tsx';
import { OverviewLead } from './overview-lead.tsx';
import { OverviewState } from './overview-state.tsx';
import { TrainingsByMonth } from './trainings-by-month.tsx';
import { UnitProgress } from './unit-progress.tsx';
import { UpdatedAt } from './updated-at.tsx';
import { useOverview } from './use-overview.ts';
import './overview.css';

export function OverviewPage() {
  return useWall() ? <WallPage /> : <DeskOverview />;
}

/** One big number, then what it is made of: areas, units, leaders; then the work itself, month by month. */
function DeskOverview() {
  const { t } = useTranslation('dashboard');
  const { round } = useScopeChoices();
  const overview = useOverview({ refreshing: false });
  const { data, metrics } = overview;

  return (
    <>
      <PageHeading
        title={t('overview.title')}
        subtitle={round?.title ?? t('overview.everyRound')}
        actions={<ScopeFilters />}
      />
      <OverviewState overview={overview}>
        {data && metrics ? (
          <div className="db-overview" aria-busy={overview.reading}>
            <OverviewLead metrics={metrics} />
            <AreaProgress metrics={metrics} />
            <div className="db-pair">
              <UnitProgress metrics={metrics} />
              <LeaderProgress metrics={metrics} />
            </div>
            <DocumentsByMonth metrics={metrics} totals={data} />
            <TrainingsByMonth metrics={metrics} />
            <MechanismPunctuality />
            <UpdatedAt overview={overview} />
          </div>
        ) : null}
      </OverviewState>
    </>
  );
}
