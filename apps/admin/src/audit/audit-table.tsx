import { DataTable, ToneTag, useFormat, useLanguage, type TableColumn } from '@taizhang/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActorName, SubjectName } from './event-words.tsx';
import type { AuditEvent } from './audit-page.query.ts';
import '../lists/lists.css';

export interface AuditTableProps {
  events: readonly AuditEvent[];
  stale: boolean;
  onOpen(event: AuditEvent): void;
}

export function AuditTable({ events, stale, onOpen }: AuditTableProps) {
  const { t } = useTranslation('admin');
  const columns: TableColumn<AuditEvent>[] = [
    {
      key: 'occurredAt',
      title: t('audit.columns.occurredAt'),
      width: '180px',
      render: (event) => <Moment event={event} />,
    },
    {
      key: 'kind',
      title: t('audit.columns.kind'),
      width: '90px',
      render: (event) => <Kind event={event} />,
    },
    {
      key: 'event',
      title: t('audit.columns.event'),
      render: (event) => <Opener event={event} onOpen={onOpen} />,
    },
    {
      key: 'actor',
      title: t('audit.columns.actor'),
      width: '170px',
      render: ({ actorName }) => <ActorName name={actorName} />,
    },
    {
      key: 'address',
      title: t('audit.columns.address'),
      width: '150px',
      render: ({ address }) => address ?? <span className="faint">—</span>,
    },
    {
      key: 'subject',
      title: t('audit.columns.subject'),
      width: '190px',
      render: ({ subjectType }) => <SubjectName type={subjectType} />,
    },
  ];
  return (
    <DataTable
      label={t('audit.title')}
      columns={columns}
      rows={events}
      rowKey={({ id }) => id}
      card={(event) => (
        <article className="record-card">
          <Opener event={event} onOpen={onOpen} />
          <div className="tag-row">
            <Kind event={event} />
            <ActorName name={event.actorName} />
          </div>
          <Moment event={event} />
        </article>
      )}
      stale={stale}
    />
  );
}

function Moment({ event }: { event: AuditEvent }) {
  const format = useFormat();
  return (
    <time className="faint tz-number" dateTime={event.occurredAt}>
      {format.dateTime(event.occurredAt)}
    </time>
  );
}

function Kind({ event }: { event: AuditEvent }) {
  const { t } = useTranslation('admin');
  return (
    <ToneTag tone={event.kind === 'CHANGE' ? 'info' : 'muted'}>
      {t(`audit.kinds.${event.kind}`)}
    </ToneTag>
  );
}

function Opener({ event, onOpen }: { event: AuditEvent; onOpen(event: AuditEvent): void }) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  return (
    <Button
      type="link"
      size="small"
      className="audit-opener"
      title={t('audit.detail.open', { id: event.id })}
      onClick={() => onOpen(event)}
    >
      {pick(event.words)}
    </Button>
  );
}
