import { ErrorState, LoadingState, Panel, ToneTag, useLanguage } from '@taizhang/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { planChecksQuery, type PlanCheck } from './plan-checks.query.ts';
import './plan-checks.css';

/** 方案体检: what is worth a look in a round's plan. It is asked for, since it reads every row. */
export function PlanChecksPanel({ roundId }: { roundId: string }) {
  const { t } = useTranslation('admin');
  const [asked, setAsked] = useState(false);
  const [{ data, error, fetching }, ask] = useQuery({
    query: planChecksQuery,
    variables: { id: roundId },
    pause: !asked,
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  const checks = data?.node?.__typename === 'InspectionRound' ? data.node.planChecks : null;
  const found = checks?.filter(({ count }) => count > 0) ?? [];
  return (
    <Panel
      title={t('planChecks.title')}
      extra={
        <Button size="small" loading={fetching} onClick={() => (asked ? again() : setAsked(true))}>
          {t(asked ? 'planChecks.again' : 'planChecks.run')}
        </Button>
      }
    >
      <p className="faint">{t('planChecks.hint')}</p>
      {error && !checks ? <ErrorState error={error} onRetry={again} /> : null}
      {asked && !checks && !error ? <LoadingState rows={3} /> : null}
      {checks && found.length === 0 ? <p role="status">{t('planChecks.nothing')}</p> : null}
      {found.map((check) => (
        <Check key={check.code} check={check} />
      ))}
    </Panel>
  );
}

function Check({ check }: { check: PlanCheck }) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const more = check.count - check.findings.length;
  return (
    <details className="plan-check">
      <summary>
        <span>{pick(check.title)}</span> <ToneTag tone="info">{String(check.count)}</ToneTag>
      </summary>
      <p className="faint">{pick(check.advice)}</p>
      <ul>
        {check.findings.map((finding, index) => (
          <li key={index}>
            <Link to={`/items/${finding.itemId}`}>{finding.itemCode}</Link>
            {finding.measureOrdinal === null ? null : (
              <span> {t('planChecks.measure', { ordinal: finding.measureOrdinal })}</span>
            )}
            {finding.excerpt ? <mark>{finding.excerpt}</mark> : null}
            {finding.relatedCode ? (
              <span className="faint">
                {' '}
                {t('planChecks.related', { code: finding.relatedCode })}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="faint">{t('planChecks.more', { count: more })}</p> : null}
    </details>
  );
}
