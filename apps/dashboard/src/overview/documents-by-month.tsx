import { graphql, readFragment, type FragmentOf } from '@taizhang/client';
import { termValues, useTerm } from '@taizhang/ui';
import { tabulateMonths } from '@taizhang/ui/charts';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { documentsAddress, type DocumentCut } from '../lists/document-cut.ts';
import { useScope } from '../scope/use-scope.ts';
import { MonthPanel } from './month-panel.tsx';

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
const colorOf = (action: string) => Math.max(0, actions.indexOf(action));

export function DocumentsByMonth(props: { metrics: FragmentOf<typeof documentsByMonthFragment> }) {
  const { documents } = readFragment(documentsByMonthFragment, props.metrics);
  const { t } = useTranslation('dashboard');
  const term = useTerm();
  const scope = useScope();
  const table = useMemo(() => {
    const counts = documents.map(({ action, month, count }) => ({ key: action, month, value: count }));
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
      chartLabel={t('documents.chart')}
      empty={t('documents.empty')}
    />
  );
}
