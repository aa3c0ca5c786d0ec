import { readFragment, type FragmentOf } from '@taizhang/client';
import { Panel, ToneTag, useFormat, useTerm } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActionList } from '../actions/action-list.tsx';
import { lookBackFragment } from './look-back-panel.fragment.ts';
import './look-back.css';

interface LookBackPanelProps {
  round: FragmentOf<typeof lookBackFragment>;
  onReload(): void;
}

const SAMPLE_TONES = { PENDING: 'waiting', PASSED: 'success', FAILED: 'danger' } as const;

/** 回头看: every review of the round with its samples, and how to draw them again. */
export function LookBackPanel(props: LookBackPanelProps) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const format = useFormat();
  const { lookBacks } = readFragment(lookBackFragment, props.round);
  return (
    <Panel title={t('lookBack.title')}>
      {lookBacks.length === 0 ? <p className="faint">{t('lookBack.empty')}</p> : null}
      {lookBacks.map((review) => (
        <section key={review.id} className="look-back" aria-label={review.title}>
          <div className="evaluation-head">
            <ToneTag tone={review.status === 'COMPLETED' ? 'success' : 'waiting'}>
              {t(`lookBack.statuses.${review.status}`)}
            </ToneTag>
            <h3>{review.title}</h3>
          </div>
          <p className="faint tz-number">
            {[
              review.drawnBy?.displayName,
              format.shortDate(review.drawnAt.slice(0, 10)),
              t('lookBack.drawn', { of: review.populationCount, size: review.sampleSize }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <details className="look-back-seed faint">
            <summary>{t('lookBack.howDrawn')}</summary>
            <p>{t('lookBack.drawRule')}</p>
            <p>
              {t('lookBack.seed')} <code>{review.seed}</code>
            </p>
            <p>
              {t('lookBack.population')}{' '}
              <span className="tz-number">
                {review.populationCodes.join(' ')}
                {review.populationCodes.length < review.populationCount ? ' …' : null}
              </span>
            </p>
          </details>
          <ul className="look-back-samples">
            {review.samples.map((sample) => (
              <li key={sample.id}>
                <ToneTag tone={SAMPLE_TONES[sample.result]}>
                  {term('SampleResult', sample.result)}
                </ToneTag>
                <div>
                  <Link to={`/items/${sample.item.id}`}>
                    <span className="tz-number">{sample.item.code}</span> {sample.item.title}
                  </Link>
                  {sample.note ? <p>{sample.note}</p> : null}
                  {sample.reviewedBy ? (
                    <p className="faint tz-number">
                      {sample.reviewedBy.displayName}
                      {sample.reviewedAt ? ` · ${format.dateTime(sample.reviewedAt)}` : null}
                    </p>
                  ) : (
                    <ActionList
                      compact
                      actions={sample.allowedActions}
                      target={{
                        id: sample.id,
                        version: sample.version,
                        label: `${sample.item.code} ${sample.item.title}`,
                      }}
                      onReload={props.onReload}
                    />
                  )}
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}
