import { Panel, useLanguage } from '@taizhang/ui';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActionList } from '../actions/action-list.tsx';
import { actionMutation } from '../actions/action-mutation.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import type { Part, Report } from './biweekly.queries.ts';
import { CompileDialog } from './compile-dialog.tsx';
import { AnswerTag, PartStatus } from './report-status.tsx';
import { SaidOfItem } from './said-of-item.tsx';

interface PartsPanelProps {
  report: Report;
  onReload(): void;
}

/** How the units stand, for whoever reads them all; with what party affairs does about it. */
export function PartsPanel({ report, onReload }: PartsPanelProps) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const { message } = App.useApp();
  const { submit, submitting, failure } = useSubmission(actionMutation('remindBiweeklyUnits'));
  const [isCompiling, setCompiling] = useState(false);
  const can = (name: string) =>
    report.allowedActions.some(({ action, allowed }) => allowed && action === name);
  const notYet = report.allowedActions.find(
    ({ action, allowed }) => !allowed && action === 'compileBiweeklyReport',
  );
  const remind = async () => {
    if (!(await submit({ reportId: report.id }))) return;
    onReload();
    void message.success(t('biweekly.reminded'));
  };
  return (
    <Panel title={t('biweekly.unitReports')}>
      <FailureAlert failure={failure} />
      {can('remindBiweeklyUnits') || can('compileBiweeklyReport') ? (
        <div className="biweekly-hand-in">
          {can('compileBiweeklyReport') ? (
            <Button type="primary" onClick={() => setCompiling(true)}>
              {t('biweekly.compile')}
            </Button>
          ) : null}
          {can('remindBiweeklyUnits') ? (
            <Button loading={submitting} onClick={() => void remind()}>
              {t('biweekly.remind')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {report.status === 'OPEN' && notYet?.reason && can('remindBiweeklyUnits') ? (
        <p className="faint">{pick(notYet.reason)}</p>
      ) : null}
      <ul className="biweekly-parts">
        {report.unitReports.map((part) => (
          <OnePart key={part.id} part={part} onReload={onReload} />
        ))}
      </ul>
      {isCompiling ? (
        <CompileDialog report={report} onClose={() => setCompiling(false)} onReload={onReload} />
      ) : null}
    </Panel>
  );
}

function OnePart({ part, onReload }: { part: Part; onReload(): void }) {
  const { t } = useTranslation('admin');
  return (
    <li>
      <details>
        <summary>
          <strong>{part.unit.name}</strong> <PartStatus part={part} />{' '}
          <span className="faint tz-number">
            {t('biweekly.answered', { answered: part.answeredCount, count: part.entryCount })}
          </span>
        </summary>
        <ul className="biweekly-entries">
          {part.entries.map((entry) => (
            <li key={entry.id}>
              <p className="biweekly-entry-head">
                <Link to={`/items/${entry.item.id}`}>
                  <span className="tz-number">{entry.item.code}</span> {entry.item.title}
                </Link>
                <AnswerTag answer={entry.answer} />
              </p>
              <SaidOfItem said={entry} isOld={entry.answer === 'UNANSWERED'} />
            </li>
          ))}
        </ul>
      </details>
      {part.returnReason ? (
        <p className="faint">{t('biweekly.returned', { reason: part.returnReason })}</p>
      ) : null}
      <ActionList
        compact
        actions={part.allowedActions.filter(({ allowed }) => allowed)}
        target={{ id: part.id, version: part.version, label: part.unit.name }}
        onReload={onReload}
      />
    </li>
  );
}
