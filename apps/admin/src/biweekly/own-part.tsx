import { Panel, useLanguage } from '@taizhang/ui';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActionList } from '../actions/action-list.tsx';
import { actionMutation } from '../actions/action-mutation.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import type { Entry, Part } from './biweekly.queries.ts';
import { EntryForm } from './entry-form.tsx';
import { SaidOfItem } from './said-of-item.tsx';
import { AnswerTag, PartStatus } from './report-status.tsx';

interface OwnPartProps {
  part: Part;
  onReload(): void;
}

/** A unit's own items: what has not changed takes one press for all, what has is written in place. */
export function OwnPart({ part, onReload }: OwnPartProps) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const { message } = App.useApp();
  const { submit, submitting, failure, forgetFailure } = useSubmission(
    actionMutation('confirmAllBiweeklyEntries'),
  );
  const handIn = part.allowedActions.find(({ action }) => action === 'submitBiweeklyUnitReport');
  const isOpen = part.allowedActions.some(
    ({ action, allowed }) => allowed && action === 'confirmAllBiweeklyEntries',
  );
  const waiting = part.entries.filter(
    ({ answer, progress }) => answer === 'UNANSWERED' && progress,
  );
  const reload = () => {
    onReload();
    forgetFailure();
  };
  const confirm = async () => {
    if (!(await submit({ id: part.id, expectedVersion: part.version }))) return;
    onReload();
    void message.success(t('common.saved'));
  };
  return (
    <Panel title={t('biweekly.mine', { unit: part.unit.name })}>
      <div className="biweekly-state">
        <PartStatus part={part} />
        <span className="faint tz-number">
          {t('biweekly.answered', { answered: part.answeredCount, count: part.entryCount })}
        </span>
      </div>
      {part.returnReason ? (
        <Alert
          type="warning"
          showIcon
          className="biweekly-note"
          title={t('biweekly.returned', { reason: part.returnReason })}
        />
      ) : null}
      <FailureAlert failure={failure} onReload={reload} />
      <ul className="biweekly-entries">
        {part.entries.map((entry) => (
          <OwnEntry key={entry.id} entry={entry} onReload={onReload} />
        ))}
      </ul>
      <div className="biweekly-hand-in">
        {isOpen && waiting.length > 0 ? (
          <Button size="large" loading={submitting} onClick={() => void confirm()}>
            {t('biweekly.confirmAll')}
          </Button>
        ) : null}
        {handIn?.allowed ? (
          <ActionList
            actions={[handIn]}
            target={{ id: part.id, version: part.version, label: part.unit.name }}
            onReload={onReload}
          />
        ) : null}
        {handIn?.reason && part.status !== 'SUBMITTED' ? (
          <p className="faint">{pick(handIn.reason)}</p>
        ) : null}
      </div>
    </Panel>
  );
}

function OwnEntry({ entry, onReload }: { entry: Entry; onReload(): void }) {
  const { t } = useTranslation('admin');
  const { submit, submitting, failure, forgetFailure } = useSubmission(
    actionMutation('confirmBiweeklyEntry'),
  );
  const [isWriting, setWriting] = useState(false);
  const can = (name: string) =>
    entry.allowedActions.some(({ action, allowed }) => allowed && action === name);
  const confirm = async () => {
    if (await submit({ id: entry.id, expectedVersion: entry.version })) onReload();
  };
  return (
    <li>
      <p className="biweekly-entry-head">
        <Link to={`/items/${entry.item.id}`}>
          <span className="tz-number">{entry.item.code}</span> {entry.item.title}
        </Link>
        <AnswerTag answer={entry.answer} />
      </p>
      <FailureAlert
        failure={failure}
        onReload={() => {
          onReload();
          forgetFailure();
        }}
      />
      {isWriting ? (
        <EntryForm entry={entry} onClose={() => setWriting(false)} onReload={onReload} />
      ) : (
        <>
          <SaidOfItem said={entry} isOld={entry.answer === 'UNANSWERED'} />
          <div className="biweekly-entry-buttons">
            {can('confirmBiweeklyEntry') ? (
              <Button loading={submitting} onClick={() => void confirm()}>
                {t('biweekly.confirm')}
              </Button>
            ) : null}
            {can('updateBiweeklyEntry') ? (
              <Button onClick={() => setWriting(true)}>{t('biweekly.update')}</Button>
            ) : null}
          </div>
        </>
      )}
    </li>
  );
}
