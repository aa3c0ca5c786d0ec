import { Panel, useFormat } from '@taizhang/ui';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { auditWatchQuery, type AuditWatch } from './audit-page.query.ts';

/** 守护: what the nightly check found last, and how far the chain is anchored outside the database. */
export function WatchPanel() {
  const { t } = useTranslation('admin');
  const [{ data }] = useQuery({ query: auditWatchQuery, requestPolicy: 'cache-and-network' });
  const watch = data?.auditWatch;
  if (!watch) return null;
  return (
    <Panel title={t('audit.watch.title')}>
      <p className="faint audit-intro">{t('audit.watch.intro')}</p>
      <div className="audit-watch">
        <Checked watch={watch} />
        <Anchored watch={watch} />
      </div>
    </Panel>
  );
}

function Checked({ watch }: { watch: AuditWatch }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const { checkedAt, checkedEvents, checkedRows, faults } = watch;
  if (!checkedAt) return <Alert type="info" showIcon title={t('audit.watch.unchecked')} />;
  const about = {
    at: format.dateTime(checkedAt),
    events: format.number(checkedEvents),
    rows: format.number(checkedRows),
  };
  if (!faults.length)
    return <Alert type="success" showIcon title={t('audit.watch.whole', about)} />;
  return (
    <Alert
      type="error"
      showIcon
      title={t('audit.watch.broken', { ...about, count: faults.length })}
      description={
        <ul className="audit-faults">
          {faults.map(({ fault, place }) => (
            <li key={`${fault} ${place}`}>
              {fault} <span className="audit-id">{place}</span>
            </li>
          ))}
        </ul>
      }
    />
  );
}

function Anchored({ watch: { anchoredAt, anchoredTo, places } }: { watch: AuditWatch }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  if (!anchoredAt) return null;
  const failing = places.filter(({ error }) => error !== null);
  return (
    <Alert
      type={failing.length ? 'warning' : 'success'}
      showIcon
      title={t('audit.watch.anchored', {
        at: format.dateTime(anchoredAt),
        position: format.number(anchoredTo ?? 0),
      })}
      description={
        failing.length
          ? failing.map(({ name, error }) => (
              <div key={name}>{t('audit.watch.failing', { name, error })}</div>
            ))
          : t('audit.watch.places', { names: places.map(({ name }) => name).join('、') })
      }
    />
  );
}
