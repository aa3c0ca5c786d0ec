import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { SignInChoices } from './sign-in-choices.tsx';

/** Over the page rather than instead of it, so that a half-filled form survives. */
export function SessionExpiredDialog({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation('admin');
  return (
    <Modal open title={t('session.expiredTitle')} footer={null} closable={false} width={640}>
      <p className="tz-dialog-intro">{t('session.expiredBody')}</p>
      <SignInChoices onSignedIn={onSignedIn} compact />
    </Modal>
  );
}
