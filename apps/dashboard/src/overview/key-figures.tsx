import { graphql, readFragment, type FragmentOf } from '@taizhang/client';
import { useFormat } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { itemsAddress } from '../lists/item-cut.ts';
import { measuresAddress } from '../lists/measure-cut.ts';
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
    filters {
      overdue
      longTerm
      closed
      closedWithEvidence
    }
  }
`);

/** What the rate does not say: how much is late, what is kept long-term, how well closure is founded. */
export function KeyFigures(props: { metrics: FragmentOf<typeof keyFiguresFragment> }) {
  const figures = readFragment(keyFiguresFragment, props.metrics);
  const { filters } = figures;
  const { t } = useTranslation('dashboard');
  const scope = useScope();

  return (
    <dl className="db-figures" aria-label={t('figures.label')}>
      <Figure
        label={t('figures.overdue')}
        value={figures.overdueCount}
        to={itemsAddress(filters.overdue)}
        late
      />
      <Figure
        label={t('figures.longTerm')}
        value={figures.longTermCount}
        to={itemsAddress(filters.longTerm)}
        hint={t('figures.longTermHint')}
      />
      <Figure
        label={t('figures.measures')}
        value={figures.acceptedMeasureCount}
        to={measuresAddress(scope, { accepted: true })}
        of={{
          label: t('figures.allMeasures'),
          value: figures.measureCount,
          to: measuresAddress(scope),
        }}
      />
      <Figure
        label={t('figures.evidence')}
        value={figures.closedWithEvidenceCount}
        to={itemsAddress(filters.closedWithEvidence)}
        of={{
          label: t('rate.closed'),
          value: figures.closedCount,
          to: itemsAddress(filters.closed),
        }}
      />
    </dl>
  );
}

interface FigureProps {
  label: string;
  value: number;
  to: string;
  /** What the value is a part of. */
  of?: { label: string; value: number; to: string };
  hint?: string;
  late?: boolean;
}

function Figure({ label, value, to, of, hint, late = false }: FigureProps) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const open = (what: string, number: number) =>
    t('figures.open', { label: what, value: format.number(number) });
  return (
    <div className={late && value > 0 ? 'db-figure db-figure-late' : 'db-figure'}>
      <dt>{label}</dt>
      <dd>
        <NumberLink value={value} to={to} label={open(label, value)} />
        {of ? (
          <span className="db-figure-of">
            {' / '}
            <NumberLink value={of.value} to={of.to} label={open(of.label, of.value)} />
          </span>
        ) : null}
        {hint ? <span className="db-figure-hint">{hint}</span> : null}
        {of ? <RateBar closed={value} longTerm={0} counted={of.value} /> : null}
      </dd>
    </div>
  );
}
