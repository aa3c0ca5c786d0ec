import { ErrorState, Panel, useFormat, useLanguage } from '@taizhang/ui';
import { Alert, Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ChainCheck } from './audit-page.query.ts';
import { useChainCheck } from './use-chain-check.ts';

/** 核验: whether the log is still what was written. */
export function ChainPanel() {
  const { t } = useTranslation('admin');
  const { check, error, running, start, stop } = useChainCheck();
  return (
    <Panel
      title={t('audit.chain.title')}
      extra={
        running ? (
          <Button onClick={stop}>{t('audit.chain.stop')}</Button>
        ) : (
          <Button type="primary" onClick={start}>
            {t('audit.chain.check')}
          </Button>
        )
      }
    >
      <p className="faint audit-intro">{t('audit.chain.intro')}</p>
      <div role="status">
        {running ? <ChainProgress check={check} /> : null}
        {!running && check ? <Outcome check={check} /> : null}
      </div>
      {error ? <ErrorState error={error} onRetry={start} /> : null}
    </Panel>
  );
}

function ChainProgress({ check }: { check: ChainCheck | null }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const { checkedThrough = 0, endPosition = 0 } = check ?? {};
  return (
    <>
      <Progress
        percent={endPosition ? Math.floor((checkedThrough / endPosition) * 100) : 0}
        status="active"
        aria-label={t('audit.chain.title')}
      />
      {t('audit.chain.progress', {
        checked: format.number(checkedThrough),
        all: format.number(endPosition),
      })}
    </>
  );
}

function Outcome({ check }: { check: ChainCheck }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const { language } = useLanguage();
  const { firstBad, state, checkedThrough, endPosition, endHash } = check;
  if (firstBad) {
    const { position, eventId, message } = firstBad;
    // The hub says it in both languages: "中文 / English".
    const [chinese = message, english = message] = message.split(' / ');
    return (
      <Alert
        type="error"
        showIcon
        title={
          eventId
            ? t('audit.chain.brokenEvent', { position: format.number(position), event: eventId })
            : t('audit.chain.broken', { position: format.number(position) })
        }
        description={language === 'zh' ? chinese : english}
      />
    );
  }
  if (state === 'UNFINISHED')
    return (
      <Alert
        type="warning"
        showIcon
        title={t('audit.chain.stopped', { checked: format.number(checkedThrough) })}
      />
    );
  return (
    <Alert
      type="success"
      showIcon
      title={t('audit.chain.whole', { count: endPosition })}
      description={
        <span className="audit-id">
          {t('audit.chain.end', { position: endPosition, hash: endHash })}
        </span>
      }
    />
  );
}
