import { useLanguage } from '@taizhang/ui';
import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import { undoActMutation, type ActRow, type UndoneAct } from './acts.query.ts';

/** Takes back what an act wrote, after one more look, and shows what was left because it changed since. */
export function UndoActDialog({ act, onClose }: { act: ActRow; onClose(): void }) {
  const { t } = useTranslation('admin');
  const { submit, submitting, failure } = useSubmission(undoActMutation);
  const [undone, setUndone] = useState<UndoneAct | null>(null);
  const undo = async () => setUndone(await submit({ id: act.id }));
  return (
    <Modal open title={t('acts.undoTitle')} onCancel={onClose} footer={null} width={560}>
      {undone ? (
        <Outcome undone={undone} />
      ) : (
        <p className="tz-dialog-intro">{t('acts.undoBody')}</p>
      )}
      <FailureAlert failure={failure} onReload={onClose} />
      <div className="form-actions">
        {undone ? null : (
          <Button type="primary" danger loading={submitting} onClick={() => void undo()}>
            {t('actionForm.confirm', { action: t('acts.undo') })}
          </Button>
        )}
        <Button onClick={onClose}>{t('common.close')}</Button>
      </div>
    </Modal>
  );
}

function Outcome({ undone: { status, resultUrl, result } }: { undone: UndoneAct }) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  if (status === 'RUNNING')
    return <Alert type="info" showIcon role="status" title={t('acts.undoing')} />;
  const left = result?.left ?? [];
  if (!left.length)
    return <Alert type="success" showIcon role="status" title={t('acts.nothingLeft')} />;
  const more = (result?.leftCount ?? 0) - left.length;
  return (
    <>
      <Alert type="warning" showIcon role="status" title={t('acts.left')} />
      <ul className="act-left">
        {left.map(({ recordId, label, reason }) => (
          <li key={recordId}>
            {label ?? recordId} <span className="faint">{pick(reason)}</span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p>{t('acts.moreLeft', { count: more })}</p> : null}
      <a href={resultUrl} download>
        {t('acts.result')}
      </a>
    </>
  );
}
