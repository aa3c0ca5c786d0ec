import { CompletionHeadline } from './completion-headline.tsx';
import { KeyFigures } from './key-figures.tsx';
import type { OverviewMetrics } from './overview.query.ts';
import { StatusStrip } from './status-strip.tsx';

/** The first sheet: the completion rate, and beside it what it leaves open. */
export function OverviewLead({ metrics }: { metrics: OverviewMetrics }) {
  return (
    <section className="tz-panel db-lead">
      <CompletionHeadline metrics={metrics} />
      <div className="db-lead-side">
        <KeyFigures metrics={metrics} />
        <StatusStrip metrics={metrics} />
      </div>
    </section>
  );
}
