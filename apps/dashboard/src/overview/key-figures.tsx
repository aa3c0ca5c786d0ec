import { graphql, readFragment, type FragmentOf } from '@taizhang/client';
import { showFen } from '@taizhang/platform/rules';
import { useFormat } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
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
    amountInvolved {
      sumFen
      statedCount
      unstatedCount
    }
    filters {
      amountStated
      amountUnstated
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
      <MoneyFigure
        amount={figures.amountInvolved}
        stated={itemsAddress(filters.amountStated)}
        unstated={itemsAddress(filters.amountUnstated)}
      />
    </dl>
  );
}

interface MoneyFigureProps {
  amount: { sumFen: number; statedCount: number; unstatedCount: number };
  stated: string;
  unstated: string;
}

/** The money involved, exactly, and for how many items the sum does not speak. */
function MoneyFigure({ amount, stated, unstated }: MoneyFigureProps) {
  const { t } = useTranslation('dashboard');
  const { sumFen, statedCount, unstatedCount } = amount;
  // Where nothing is stated there is no sum: that it is none would be said of items that say nothing.
  if (statedCount === 0) return null;
  const sum = showFen(sumFen);
  return (
    <div className="db-figure db-figure-money">
      <dt>{t('figures.amount')}</dt>
      <dd>
        <Link
          className="db-sum"
          to={stated}
          aria-label={t('figures.openAmount', { value: sum, count: statedCount })}
        >
          {sum}
        </Link>
        {unstatedCount > 0 ? (
          <span className="db-figure-hint">
            <Link to={unstated}>{t('figures.unstated', { count: unstatedCount })}</Link>
          </span>
        ) : null}
      </dd>
    </div>
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
