import { graphql, readFragment, type FragmentOf } from '@taizhang/client';
import { Panel } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { ProgressTable } from './progress-table.tsx';

export const leaderProgressFragment = graphql(`
  fragment LeaderProgress on RectificationMetrics {
    byLeader {
      leader {
        id
        displayName
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

export function LeaderProgress(props: { metrics: FragmentOf<typeof leaderProgressFragment> }) {
  const { byLeader } = readFragment(leaderProgressFragment, props.metrics);
  const { t } = useTranslation('dashboard');
  const rows = byLeader.map(({ leader, ...numbers }) => {
    const name = leader?.displayName ?? t('leaders.none');
    return {
      ...numbers,
      key: leader?.id ?? 'none',
      name,
      heading: leader ? name : <span className="db-faint">{name}</span>,
    };
  });
  return (
    <Panel title={t('leaders.title')}>
      <ProgressTable rows={rows} column={t('leaders.column')} limit={8} />
    </Panel>
  );
}
