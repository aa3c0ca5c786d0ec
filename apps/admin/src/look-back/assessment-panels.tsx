import { readFragment, type FragmentOf } from '@taizhang/client';
import { Panel, useFormat } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { EvaluationsPanel } from './evaluations-panel.tsx';
import { lookBackFragment } from './look-back-panel.fragment.ts';

export interface AssessmentPanelsProps {
  round: FragmentOf<typeof lookBackFragment>;
  onReload(): void;
}

/** 满意度测评 and 成效评估: what people and the inspection office make of the result. */
export function AssessmentPanels(props: AssessmentPanelsProps) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const { surveys } = readFragment(lookBackFragment, props.round);
  return (
    <>
      <Panel title={t('lookBack.surveys')}>
        {surveys.length === 0 ? <p className="faint">{t('lookBack.surveysEmpty')}</p> : null}
        <ul className="look-back-list">
          {surveys.map(({ id, title, heldOn, asked, rate, ...counts }) => (
            <li key={id} className="survey">
              <div>
                <h3>{title}</h3>
                <p className="faint tz-number">{format.date(heldOn)}</p>
                <p className="faint tz-number">{t('lookBack.surveyCounts', counts)}</p>
              </div>
              <p className="survey-rate tz-number">
                {rate.rate === null ? null : <strong>{format.percent(rate.rate)}</strong>}
                <span className="faint">{t('lookBack.surveyLine', { ...rate, asked })}</span>
              </p>
            </li>
          ))}
        </ul>
      </Panel>
      <EvaluationsPanel {...props} />
    </>
  );
}
