import { ProductMark } from '@taizhang/ui';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { AreaProgress } from '../overview/area-progress.tsx';
import { CompletionHeadline } from '../overview/completion-headline.tsx';
import { DocumentsByMonth } from '../overview/documents-by-month.tsx';
import { KeyFigures } from '../overview/key-figures.tsx';
import { OverviewState } from '../overview/overview-state.tsx';
import { StatusStrip } from '../overview/status-strip.tsx';
import { TrainingsByMonth } from '../overview/trainings-by-month.tsx';
import { UnitProgress } from '../overview/unit-progress.tsx';
import { useOverview } from '../overview/use-overview.ts';
import { addressOf } from '../scope/metrics-scope.ts';
import { useScopeChoices } from '../scope/use-scope-choices.ts';
import { WallClock } from './wall-clock.tsx';
import './wall.css';

const mostAreas = 6;

/** How many units fit under so many areas on one screen: an area takes the height of almost two units. */
function unitsBeside(areas: number): number {
  return Math.floor(14 - 1.8 * Math.min(areas, mostAreas));
}

/** The overview for a screen that hangs on a wall: all of it at once, large, and never older than a minute. */
export function WallPage() {
  const { t } = useTranslation('dashboard');
  const { round, showsDemo } = useScopeChoices();
  const overview = useOverview({ refreshing: true });
  const { data, metrics } = overview;
  const desk = useDeskAddress();

  return (
    <main className="db-wall" aria-label={t('overview.title')}>
      <header className="db-wall-head">
        <ProductMark />
        <h1>{round?.title ?? t('overview.title')}</h1>
        <WallClock overview={overview} isDemo={showsDemo} />
        <Link className="db-wall-leave" to={desk}>
          {t('overview.leaveWall')}
        </Link>
      </header>
      <OverviewState overview={overview}>
        {data && metrics ? (
          <div className="db-wall-grid">
            <section className="tz-panel db-wall-lead">
              <CompletionHeadline metrics={metrics} />
              <KeyFigures metrics={metrics} />
              <StatusStrip metrics={metrics} />
            </section>
            <div className="db-wall-column">
              <AreaProgress metrics={metrics} limit={mostAreas} />
              <UnitProgress metrics={metrics} limit={unitsBeside(metrics.byArea.length)} />
            </div>
            <div className="db-wall-column">
              <DocumentsByMonth metrics={metrics} totals={data} />
              <TrainingsByMonth metrics={metrics} />
            </div>
          </div>
        ) : null}
      </OverviewState>
    </main>
  );
}

/** The same view without the wall; Escape leads there too. */
function useDeskAddress(): string {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const desk = new URLSearchParams(params);
  desk.delete('wall');
  const address = addressOf('/', desk);
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') void navigate(address);
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [navigate, address]);
  return address;
}
