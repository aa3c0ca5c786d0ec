import { rotateApiClientTokenInput } from '@taizhang/access/rules';
import { Button, Modal } from 'antd';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField } from '../form/date-field.tsx';
import { ruleResolver } from '../form/rule-resolver.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import { rotateApiClientToken, type ApiClientRow } from './api-clients.queries.ts';
import type { ShownToken } from './token-dialog.tsx';

interface RotateTokenDialogProps {
  client: ApiClientRow;
  onClose(): void;
  onRotated(token: ShownToken): void;
}

const rule = rotateApiClientTokenInput.pick({ expiresOn: true });

/** 更换令牌: the old one ends with it. */
export function RotateTokenDialog({ client, onClose, onRotated }: RotateTokenDialogProps) {
  const { t } = useTranslation('admin');
  const { submit, submitting, failure } = useSubmission(rotateApiClientToken);
  const { control, handleSubmit } = useForm({
    resolver: ruleResolver(rule),
    defaultValues: { expiresOn: '' },
  });
  const rotate = handleSubmit(async ({ expiresOn }) => {
    const done = await submit({ id: client.id, expectedVersion: client.version, expiresOn });
    if (done?.__typename === 'ApiClient') onRotated(done);
  });
  return (
    <Modal open title={t('apiClients.rotate')} onCancel={onClose} footer={null} width={480}>
      <p className="tz-dialog-intro">{client.name}</p>
      <p className="tz-dialog-intro">{t('apiClients.rotateIntro')}</p>
      <form className="form-stack" onSubmit={(event) => void rotate(event)} noValidate>
        <FailureAlert failure={failure} />
        <DateField
          control={control}
          name="expiresOn"
          label={t('apiClients.expiresOn')}
          hint={t('apiClients.expiresHint')}
          required
        />
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={submitting}>
            {t('apiClients.rotate')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
