import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { TemporaryPasswords, type FirstSignIn } from './temporary-passwords.tsx';

interface TemporaryPasswordDialogProps {
  account: FirstSignIn;
  onClose(): void;
}

/** Shows a temporary password once, to be told. */
export function TemporaryPasswordDialog({ account, onClose }: TemporaryPasswordDialogProps) {
  const { t } = useTranslation('admin');
  return (
    <Modal
      open
      title={t('temporaryPassword.title', { name: account.displayName })}
      onCancel={onClose}
      mask={{ closable: false }}
      width={520}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('temporaryPassword.told')}
        </Button>
      }
    >
      <TemporaryPasswords accounts={[account]} />
    </Modal>
  );
}
