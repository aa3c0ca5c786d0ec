import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import { cancelActMutation, type ActRow } from './acts.query.ts';

/** Stops an act between two batches, after one more look. */
export function CancelActDialog({ act, onClose }: { act: ActRow; onClose(): void }) {
  const { t } = useTranslation('admin');
  const { submit, submitting, failure } = useSubmission(cancelActMutation);
  const cancel = async () => {
    if (await submit({ id: act.id })) onClose();
  };
  return (
    <Modal open title={t('acts.cancelTitle')} onCancel={onClose} footer={null} width={480}>
      <p className="tz-dialog-intro">{t('acts.cancelBody')}</p>
      <FailureAlert failure={failure} onReload={onClose} />
      <div className="form-actions">
        <Button type="primary" danger loading={submitting} onClick={() => void cancel()}>
          {t('actionForm.confirm', { action: t('acts.cancel') })}
        </Button>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </div>
    </Modal>
  );
}
