import { Facts, useFormat, useLanguage, type Fact } from '@taizhang/ui';
import { Alert, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActorName, SubjectName } from './event-words.tsx';
import type { AuditEvent } from './audit-page.query.ts';

export interface EventDrawerProps {
  event: AuditEvent | null;
  onClose(): void;
}

/** One event with everything that the log shows of it. */
export function EventDrawer({ event, onClose }: EventDrawerProps) {
  const { t } = useTranslation('admin');
  return (
    <Drawer
      open={event !== null}
      title={event ? t('audit.detail.title', { id: event.id }) : null}
      onClose={onClose}
      size="large"
    >
      {event ? <EventFacts event={event} /> : null}
    </Drawer>
  );
}

function EventFacts({ event }: { event: AuditEvent }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const { pick } = useLanguage();
  const none = <span className="faint">—</span>;
  const facts: Fact[] = [
    { label: t('audit.columns.event'), value: pick(event.words) },
    { label: t('audit.columns.kind'), value: t(`audit.kinds.${event.kind}`) },
    { label: t('audit.columns.occurredAt'), value: format.dateTime(event.occurredAt) },
    { label: t('audit.columns.actor'), value: <ActorName name={event.actorName} /> },
    { label: t('audit.columns.address'), value: event.address ?? t('audit.detail.hub') },
    {
      label: t('audit.columns.subject'),
      value: (
        <>
          <SubjectName type={event.subjectType} />{' '}
          {event.subjectId ? <span className="audit-id faint">{event.subjectId}</span> : null}
        </>
      ),
    },
    { label: t('audit.detail.version'), value: event.subjectVersion ?? none },
    { label: t('audit.detail.changedFields'), value: event.changedFields.join(', ') || none },
  ];
  const shown: Fact[] = [
    { label: t('audit.detail.reason'), value: event.reason ?? none },
    { label: t('audit.detail.before'), value: <Values values={event.before} /> },
    { label: t('audit.detail.after'), value: <Values values={event.after} /> },
  ];
  return (
    <>
      <Facts facts={event.isRedacted ? facts : [...facts, ...shown]} />
      {event.isRedacted ? (
        <Alert className="audit-note" type="info" showIcon title={t('audit.detail.redacted')} />
      ) : null}
    </>
  );
}

function Values({ values }: { values: unknown }) {
  if (values === null || values === undefined) return <span className="faint">—</span>;
  return <pre className="audit-values">{JSON.stringify(values, null, 2)}</pre>;
}
