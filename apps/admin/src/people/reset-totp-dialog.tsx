import { App, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import { resetTotp } from './people.mutations.ts';
import type { PersonDetail } from './people.queries.ts';

interface ResetTotpDialogProps {
  person: PersonDetail;
  onClose(): void;
  onReload(): void;
}

/** 取消动态口令, of somebody who lost phone and recovery codes. */
export function ResetTotpDialog({ person, onClose, onReload }: ResetTotpDialogProps) {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const { submit, submitting, failure } = useSubmission(resetTotp);
  const reset = async () => {
    if (!(await submit({ personId: person.id }))) return;
    void message.success(t('common.done', { action: t('people.resetTotp') }));
    onClose();
  };
  return (
    <Modal open title={t('people.resetTotp')} onCancel={onClose} footer={null} width={520}>
      <p className="tz-dialog-intro">{person.displayName}</p>
      <p className="tz-dialog-intro">{t('people.resetTotpIntro')}</p>
      <FailureAlert failure={failure} onReload={onReload} />
      <div className="form-actions">
        <Button type="primary" danger loading={submitting} onClick={() => void reset()}>
          {t('actionForm.confirm', { action: t('people.resetTotp') })}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </Modal>
  );
}
