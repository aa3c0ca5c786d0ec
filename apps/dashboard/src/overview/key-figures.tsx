import { graphql, readFragment, type FragmentOf } from '@taizhang/client';
import { useFormat } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { itemsAddress } from '../lists/item-cut.ts';
import { useScope } from '../scope/use-scope.ts';
import { NumberLink } from './number-link.tsx';
import { RateBar } from './rate-bar.tsx';

export const keyFiguresFragment = graphql(`
  fragment KeyFigures on RectificationMetrics {
    closedCount
    overdueCount
    longTermCount
    withdrawnCount
    closedWithEvidenceCount
    measureCount
    acceptedMeasureCount
  }
`);

/** What the rate does not say: how much is late, what is kept long-term, how well closure is founded. */
export function KeyFigures(props: { metrics: FragmentOf<typeof keyFiguresFragment> }) {
  const figures = readFragment(keyFiguresFragment, props.metrics);
  const { t } = useTranslation('dashboard');
  const scope = useScope();

  return (
    <dl className="db-figures" aria-label={t('figures.label')}>
      <Figure
        label={t('figures.overdue')}
        value={figures.overdueCount}
        to={itemsAddress(scope, { overdue: true })}
        late
      />
      <Figure
        label={t('figures.longTerm')}
        value={figures.longTermCount}
        to={itemsAddress(scope, { status: ['LONG_TERM'] })}
        hint={t('figures.longTermHint')}
      />
      <Figure
        label={t('figures.measures')}
        value={figures.acceptedMeasureCount}
        to={itemsAddress(scope)}
        of={figures.measureCount}
      />
      <Figure
        label={t('figures.evidence')}
        value={figures.closedWithEvidenceCount}
        to={itemsAddress(scope, { status: ['CLOSED'], evidence: true })}
        of={figures.closedCount}
      />
    </dl>
  );
}

interface FigureProps {
  label: string;
  value: number;
  to: string;
  of?: number;
  hint?: string;
  late?: boolean;
}

function Figure({ label, value, to, of, hint, late = false }: FigureProps) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const total = of === undefined ? null : ` / ${format.number(of)}`;
  return (
    <div className={late && value > 0 ? 'db-figure db-figure-late' : 'db-figure'}>
      <dt>{label}</dt>
      <dd>
        <NumberLink
          value={value}
          to={to}
          label={t('figures.open', { label, value: format.number(value) + (total ?? '') })}
        />
        {total ? <span className="db-figure-of">{total}</span> : null}
        {hint ? <span className="db-figure-hint">{hint}</span> : null}
        {of === undefined ? null : <RateBar closed={value} longTerm={0} counted={of} />}
      </dd>
    </div>
  );
}
