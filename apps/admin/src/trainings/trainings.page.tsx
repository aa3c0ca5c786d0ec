import { PlusOutlined } from '@ant-design/icons';
import { EmptyState, ErrorState, LoadingState, PageHeading, Panel } from '@taizhang/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { ListPager } from '../lists/list-pager.tsx';
import { useListAddress, type ListAddress } from '../lists/use-list-address.ts';
import { useViewerMay } from '../session/use-session.ts';
import {
  TRAINING_FILTER_PARAMS,
  trainingFilter,
  trainingOrder,
  trainingSort,
  trainingSortParam,
} from './training-address.ts';
import { TrainingFilters } from './training-filters.tsx';
import { TrainingTable } from './training-table.tsx';
import { trainingsPageQuery } from './trainings-page.query.ts';
import { useActionLabel } from '../actions/use-action-label.ts';

/** 培训会议 */
export function TrainingsPage() {
  const { t } = useTranslation('admin');
  const label = useActionLabel();
  const navigate = useNavigate();
  const mayRecord = useViewerMay('recordTraining');
  const address = useListAddress();
  return (
    <>
      <title>{`${t('trainings.title')} · ${t('appName')}`}</title>
      <PageHeading
        title={t('trainings.title')}
        subtitle={t('trainings.subtitle')}
        actions={
          mayRecord ? (
            <span className="tag-row">
              <Button onClick={() => void navigate('/trainings/plan')}>
                {label('planTraining')}
              </Button>
              <Button
                type="primary"
                icon={<PlusOutlined />}
                onClick={() => void navigate('/trainings/new')}
              >
                {t('trainings.record')}
              </Button>
            </span>
          ) : null
        }
      />
      <Panel flush>
        <TrainingFilters address={address} />
        <Trainings address={address} />
      </Panel>
    </>
  );
}

function Trainings({ address }: { address: ListAddress }) {
  const { t } = useTranslation('admin');
  const sort = trainingSort(address.params);
  const [{ data, error, fetching, stale }, reload] = useQuery({
    query: trainingsPageQuery,
    variables: {
      first: address.size,
      after: address.after ?? null,
      filter: trainingFilter(address.params),
      orderBy: trainingOrder(sort),
    },
  });
  if (error && !data?.trainings) {
    return <ErrorState error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />;
  }
  if (!data?.trainings) return <LoadingState rows={10} />;
  const { edges, pageInfo, totalCount } = data.trainings;
  if (edges.length === 0) {
    const isFiltered = ['text', ...TRAINING_FILTER_PARAMS].some((param) =>
      address.params.has(param),
    );
    return isFiltered ? (
      <EmptyState
        title={t('trainings.noMatchTitle')}
        action={<Button onClick={address.clear}>{t('common.clearFilters')}</Button>}
      >
        {t('items.noMatchBody')}
      </EmptyState>
    ) : (
      <EmptyState title={t('trainings.emptyTitle')}>{t('trainings.emptyBody')}</EmptyState>
    );
  }
  return (
    <>
      <TrainingTable
        trainings={edges.map(({ node }) => node)}
        sort={sort}
        onSort={(next) => address.change({ sort: trainingSortParam(next) })}
        stale={fetching || stale}
      />
      <ListPager address={address} totalCount={totalCount} pageInfo={pageInfo} />
    </>
  );
}
