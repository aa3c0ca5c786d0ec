import { CalendarOutlined, PlusOutlined } from '@ant-design/icons';
import { EmptyState, ErrorState, LoadingState, PageHeading, Panel } from '@taizhang/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { useActionLabel } from '../actions/use-action-label.ts';
import { ListPager } from '../lists/list-pager.tsx';
import { useListAddress, type ListAddress } from '../lists/use-list-address.ts';
import { useViewerMay } from '../session/use-session.ts';
import {
  MECHANISM_FILTER_PARAMS,
  mechanismFilter,
  mechanismOrder,
  mechanismSort,
  mechanismSortParam,
} from './mechanism-address.ts';
import { MechanismFilters } from './mechanism-filters.tsx';
import { MechanismTable } from './mechanism-table.tsx';
import { mechanismsPageQuery } from './mechanisms-page.query.ts';
import './mechanisms.css';

/** 长效机制 */
export function MechanismsPage() {
  const { t } = useTranslation('admin');
  const label = useActionLabel();
  const navigate = useNavigate();
  const mayAdd = useViewerMay('addStandingMechanism');
  const address = useListAddress();
  return (
    <>
      <title>{`${t('mechanisms.title')} · ${t('appName')}`}</title>
      <PageHeading
        title={t('mechanisms.title')}
        subtitle={t('mechanisms.subtitle')}
        actions={
          <span className="tag-row">
            <Button
              icon={<CalendarOutlined />}
              onClick={() => void navigate('/mechanisms/calendar')}
            >
              {t('mechanisms.calendar')}
            </Button>
            {mayAdd ? (
              <Button
                type="primary"
                icon={<PlusOutlined />}
                onClick={() => void navigate('/mechanisms/new')}
              >
                {label('addStandingMechanism')}
              </Button>
            ) : null}
          </span>
        }
      />
      <Panel flush>
        <MechanismFilters address={address} />
        <Mechanisms address={address} />
      </Panel>
    </>
  );
}

function Mechanisms({ address }: { address: ListAddress }) {
  const { t } = useTranslation('admin');
  const sort = mechanismSort(address.params);
  const [{ data, error, fetching, stale }, reload] = useQuery({
    query: mechanismsPageQuery,
    variables: {
      first: address.size,
      after: address.after ?? null,
      filter: mechanismFilter(address.params),
      orderBy: mechanismOrder(sort),
    },
  });
  if (error && !data?.standingMechanisms) {
    return <ErrorState error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />;
  }
  if (!data?.standingMechanisms) return <LoadingState rows={10} />;
  const { edges, pageInfo, totalCount } = data.standingMechanisms;
  if (edges.length === 0) {
    const isFiltered = ['text', ...MECHANISM_FILTER_PARAMS].some((param) =>
      address.params.has(param),
    );
    return isFiltered ? (
      <EmptyState
        title={t('mechanisms.noMatchTitle')}
        action={<Button onClick={address.clear}>{t('common.clearFilters')}</Button>}
      >
        {t('items.noMatchBody')}
      </EmptyState>
    ) : (
      <EmptyState title={t('mechanisms.emptyTitle')}>{t('mechanisms.emptyBody')}</EmptyState>
    );
  }
  return (
    <>
      <MechanismTable
        mechanisms={edges.map(({ node }) => node)}
        sort={sort}
        onSort={(next) => address.change({ sort: mechanismSortParam(next) })}
        stale={fetching || stale}
      />
      <ListPager address={address} totalCount={totalCount} pageInfo={pageInfo} />
    </>
  );
}
