import { graphql, readFragment, type FragmentOf } from '@taizhang/client';
import { Panel } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { ProgressTable } from './progress-table.tsx';

export const unitProgressFragment = graphql(`
  fragment UnitProgress on RectificationMetrics {
    byUnit {
      unit {
        id
        name
      }
      itemCount
      overdueCount
      longTermCount
      completionRate {
        numerator
        denominator
        rate
      }
      filters {
        closed
        counted
        overdue
        longTerm
      }
    }
  }
`);

export function UnitProgress(props: {
  metrics: FragmentOf<typeof unitProgressFragment>;
  limit?: number;
}) {
  const { byUnit } = readFragment(unitProgressFragment, props.metrics);
  const { t } = useTranslation('dashboard');
  const rows = byUnit.map(({ unit, ...numbers }) => {
    const name = unit?.name ?? t('units.none');
    return {
      ...numbers,
      key: unit?.id ?? 'none',
      name,
      heading: unit ? name : <span className="db-faint">{name}</span>,
    };
  });
  return (
    <Panel title={t('units.title')}>
      <ProgressTable rows={rows} column={t('units.column')} limit={props.limit ?? 8} />
    </Panel>
  );
}
