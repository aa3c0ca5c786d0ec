import { EmptyState, Panel } from '@taizhang/ui';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ActTable, type AskAbout } from './act-table.tsx';
import { actsQuery } from './acts.query.ts';
import { CancelActDialog } from './cancel-act-dialog.tsx';
import { UndoActDialog } from './undo-act-dialog.tsx';
import './acts.css';

/** How soon after an answer it is asked again how far an act has come. */
const FOLLOW_MS = 2_000;

/** The last imports and what undid them: how far each is, what came of it, and stopping or undoing it. */
export function ActsPanel() {
  const { t } = useTranslation('admin');
  const [{ data, stale, fetching }, reload] = useQuery({
    query: actsQuery,
    requestPolicy: 'cache-and-network',
  });
  const [asked, setAsked] = useState<Parameters<AskAbout>[0] | null>(null);
  const acts = data?.acts?.nodes;
  const isUnderWay = acts?.some(({ status }) => status === 'RUNNING') ?? false;
  useEffect(() => {
    if (!isUnderWay || fetching || stale) return undefined;
    const timer = setTimeout(() => reload({ requestPolicy: 'network-only' }), FOLLOW_MS);
    return () => clearTimeout(timer);
  }, [isUnderWay, fetching, stale, reload]);
  if (!acts) return null;

  const close = () => {
    setAsked(null);
    reload({ requestPolicy: 'network-only' });
  };
  return (
    <Panel title={t('acts.title')} flush>
      {acts.length ? (
        <ActTable acts={acts} onAsk={setAsked} />
      ) : (
        <EmptyState title={t('acts.empty')} />
      )}
      {asked?.action === 'cancelAct' ? <CancelActDialog act={asked.act} onClose={close} /> : null}
      {asked?.action === 'undoAct' ? <UndoActDialog act={asked.act} onClose={close} /> : null}
    </Panel>
  );
}
