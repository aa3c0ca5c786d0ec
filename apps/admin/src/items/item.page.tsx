import { EditOutlined } from '@ant-design/icons';
import { ErrorState, LoadingState, NotFoundState, Panel } from '@taizhang/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { ActionList } from '../actions/action-list.tsx';
import { EvidencePanel } from '../evidence/evidence-panel.tsx';
import { FollowUpPanel } from './follow-up-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { ItemFacts, ItemHead } from './item-head.tsx';
import { itemPageQuery } from './item-page.query.ts';
import { DocumentsPanel, TrainingsPanel } from './links-panel.tsx';
import { MeasuresPanel } from './measures-panel.tsx';
import './item-page.css';

/** 具体问题: one row of the ledger with all that was promised, done and proved about it. */
export function ItemPage() {
  const { t } = useTranslation('admin');
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const [{ data, error }, reload] = useQuery({ query: itemPageQuery, variables: { id } });
  const refresh = () => reload({ requestPolicy: 'network-only' });

  if (error && !data?.node) return <ErrorState error={error} onRetry={refresh} />;
  if (!data) return <LoadingState rows={12} />;
  const item = data.node;
  if (item?.__typename !== 'RectificationItem') return <NotFoundState />;

  const may = (action: string) =>
    item.allowedActions.some((one) => one.action === action && one.allowed);
  return (
    <article>
      <title>{`${item.code} ${item.title} · ${t('appName')}`}</title>
      <ItemHead item={item} />
      <div className="item-columns">
        <div className="item-main">
          <MeasuresPanel item={item} mayAdd={may('addMeasure')} onReload={refresh} />
          <EvidencePanel item={item} mayAttach={may('attachEvidence')} onReload={refresh} />
          <DocumentsPanel item={item} />
          <TrainingsPanel item={item} />
          <FollowUpPanel item={item} onReload={refresh} />
        </div>
        <div className="item-side">
          <Panel
            title={t('item.actions')}
            extra={
              may('editRectificationItem') ? (
                <Button
                  size="small"
                  icon={<EditOutlined />}
                  onClick={() => void navigate(`/items/${item.id}/edit`)}
                >
                  {t('item.edit')}
                </Button>
              ) : null
            }
          >
            <ActionList
              actions={item.allowedActions}
              target={{ id: item.id, version: item.version, label: `${item.code} ${item.title}` }}
              onReload={refresh}
            />
          </Panel>
          <ItemFacts item={item} />
          <HistoryPanel item={item} />
        </div>
      </div>
    </article>
  );
}
