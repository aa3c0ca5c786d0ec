import {
  DataTable,
  StatusTag,
  useFormat,
  useLanguage,
  useTerm,
  type TableColumn,
} from '@taizhang/ui';
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ActRow } from './acts.query.ts';
import '../lists/lists.css';

export type AskAbout = (asked: { action: 'cancelAct' | 'undoAct'; act: ActRow }) => void;

interface ActTableProps {
  acts: readonly ActRow[];
  onAsk: AskAbout;
}

export function ActTable({ acts, onAsk }: ActTableProps) {
  const { t } = useTranslation('admin');
  const columns: TableColumn<ActRow>[] = [
    {
      key: 'kind',
      title: t('acts.columns.kind'),
      width: '180px',
      render: (act) => <Name act={act} />,
    },
    { key: 'outcome', title: t('acts.columns.outcome'), render: (act) => <Outcome act={act} /> },
    {
      key: 'actions',
      title: t('acts.columns.actions'),
      width: '230px',
      render: (act) => <Actions act={act} onAsk={onAsk} />,
    },
  ];
  return (
    <DataTable
      label={t('acts.title')}
      columns={columns}
      rows={acts}
      rowKey={({ id }) => id}
      card={(act) => (
        <article className="record-card">
          <Name act={act} />
          <Outcome act={act} />
          <Actions act={act} onAsk={onAsk} />
        </article>
      )}
    />
  );
}

function Name({ act: { kind, status, startedAt, startedByName } }: { act: ActRow }) {
  const term = useTerm();
  const format = useFormat();
  return (
    <>
      {term('ActKind', kind)} <StatusTag kind="ActStatus" value={status} />
      <div>
        <time className="faint tz-number" dateTime={startedAt}>
          {format.dateTime(startedAt)}
        </time>
        {startedByName ? <span className="faint"> · {startedByName}</span> : null}
      </div>
    </>
  );
}

function Outcome({ act: { status, progress, result, error } }: { act: ActRow }) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const { done, total } = progress;
  return (
    <>
      {status === 'RUNNING' ? (
        <>
          <Progress
            percent={total ? Math.floor((100 * done) / total) : 0}
            status="active"
            aria-label={t('acts.progress', { done, total: total ?? '…' })}
          />
          <span className="faint">{t('acts.progress', { done, total: total ?? '…' })}</span>
        </>
      ) : null}
      {result && status !== 'RUNNING' ? (
        <div>{t('acts.counts', { ...result, left: result.leftCount })}</div>
      ) : null}
      {error ? <div className="faint">{pick(error)}</div> : null}
    </>
  );
}

function Actions({ act, onAsk }: { act: ActRow; onAsk: AskAbout }) {
  const { t } = useTranslation('admin');
  const may = (name: string) =>
    act.allowedActions.some(({ action, allowed }) => action === name && allowed);
  return (
    <div className="act-actions">
      {act.status === 'RUNNING' ? null : (
        <a href={act.resultUrl} download>
          {t('acts.result')}
        </a>
      )}
      {may('cancelAct') ? (
        <Button size="small" onClick={() => onAsk({ action: 'cancelAct', act })}>
          {t('acts.cancel')}
        </Button>
      ) : null}
      {may('undoAct') ? (
        <Button size="small" danger onClick={() => onAsk({ action: 'undoAct', act })}>
          {t('acts.undo')}
        </Button>
      ) : null}
    </div>
  );
}
