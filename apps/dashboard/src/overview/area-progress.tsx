import { graphql, readFragment, type FragmentOf } from '@taizhang/client';
import { Panel } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { ProgressTable } from './progress-table.tsx';

export const areaProgressFragment = graphql(`
  fragment AreaProgress on RectificationMetrics {
    byArea {
      area {
        id
        ordinal
        title
        round {
          id
          title
        }
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

/** The areas of the findings. With more than one round each area also says whose it is. */
export function AreaProgress(props: {
  metrics: FragmentOf<typeof areaProgressFragment>;
  limit?: number;
}) {
  const { byArea } = readFragment(areaProgressFragment, props.metrics);
  const { t } = useTranslation('dashboard');
  const manyRounds = new Set(byArea.map(({ area }) => area.round.id)).size > 1;

  const rows = byArea.map(({ area, ...numbers }) => ({
    ...numbers,
    key: area.id,
    name: t('areas.ordinal', { ordinal: area.ordinal }),
    heading: (
      <span className="db-area">
        <span className="db-area-ordinal" aria-hidden="true">
          {area.ordinal}
        </span>
        <span>
          <span className="db-area-title">{area.title}</span>
          {manyRounds ? <small>{area.round.title}</small> : null}
        </span>
      </span>
    ),
  }));

  return (
    <Panel title={t('areas.title')} id="areas">
      <ProgressTable rows={rows} column={t('areas.column')} limit={props.limit ?? 8} />
    </Panel>
  );
}
