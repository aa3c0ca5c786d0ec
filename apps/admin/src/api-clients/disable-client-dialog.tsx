import { App, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import { disableApiClient, type ApiClientRow } from './api-clients.queries.ts';

/** 停用接口客户端, after one more look: there is no way back. */
export function DisableClientDialog({
  client,
  onClose,
}: {
  client: ApiClientRow;
  onClose(): void;
}) {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const { submit, submitting, failure } = useSubmission(disableApiClient);
  const disable = async () => {
    if (!(await submit({ id: client.id, expectedVersion: client.version }))) return;
    void message.success(t('common.done', { action: t('apiClients.disable') }));
    onClose();
  };
  return (
    <Modal open title={t('apiClients.disable')} onCancel={onClose} footer={null} width={480}>
      <p className="tz-dialog-intro">{client.name}</p>
      <p className="tz-dialog-intro">{t('apiClients.disableIntro')}</p>
      <FailureAlert failure={failure} />
      <div className="form-actions">
        <Button type="primary" danger loading={submitting} onClick={() => void disable()}>
          {t('actionForm.confirm', { action: t('apiClients.disable') })}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </Modal>
  );
}
