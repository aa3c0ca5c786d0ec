import { graphql, readFragment, type FragmentOf } from '@taizhang/client';
import { termValues } from '@taizhang/client/terms';
import { useTerm } from '@taizhang/ui';
import { tabulateMonths } from '@taizhang/ui/charts';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { documentsAddress, type DocumentCut } from '../lists/document-cut.ts';
import { useScope } from '../scope/use-scope.ts';
import { documentTotalsFragment } from './document-totals.ts';
import { MonthPanel } from './month-panel.tsx';
import { NumberLink } from './number-link.tsx';

export const documentsByMonthFragment = graphql(`
  fragment DocumentsByMonth on RectificationMetrics {
    documents {
      action
      month
      count
    }
  }
`);

const actions = termValues('DocumentActionKind');
// A mention changes nothing in the document, so it gets the quietest colour.
const colors: Record<string, number> = {
  REVISE: 0,
  ESTABLISH: 1,
  DRAFT: 2,
  ISSUE: 3,
  REPEAL: 5,
  BEGIN_REVISION: 7,
  MENTION: 4,
};
const colorOf = (action: string) => colors[action] ?? 8;

export interface DocumentsByMonthProps {
  metrics: FragmentOf<typeof documentsByMonthFragment>;
  totals: FragmentOf<typeof documentTotalsFragment>;
}

export function DocumentsByMonth(props: DocumentsByMonthProps) {
  const { documents } = readFragment(documentsByMonthFragment, props.metrics);
  const { all, ...byAction } = readFragment(documentTotalsFragment, props.totals);
  const totals = Object.fromEntries(
    Object.entries(byAction).map(([action, list]) => [action, list?.totalCount ?? 0]),
  );
  const count = all?.totalCount ?? 0;
  const { t } = useTranslation('dashboard');
  const term = useTerm();
  const scope = useScope();
  const table = useMemo(() => {
    const counts = documents.map(({ action, month, count }) => ({
      key: action,
      month,
      value: count,
    }));
    return tabulateMonths(counts, actions, scope.year);
  }, [documents, scope.year]);
  const labelOf = useCallback((action: string) => term('DocumentActionKind', action), [term]);

  return (
    <MonthPanel
      title={t('documents.title')}
      table={table}
      rowColumn={t('documents.action')}
      labelOf={labelOf}
      colorOf={colorOf}
      addressOf={(action, month) =>
        documentsAddress(scope, {
          ...(action ? { action: action as NonNullable<DocumentCut['action']> } : {}),
          ...(month ? { month } : {}),
        })
      }
      totals={totals}
      extra={
        <>
          {t('documents.all')}
          <NumberLink
            value={count}
            to={documentsAddress(scope)}
            label={t('figures.open', { label: t('documents.all'), value: String(count) })}
          />
        </>
      }
      chartLabel={t('documents.chart')}
      empty={t('documents.empty')}
    />
  );
}
