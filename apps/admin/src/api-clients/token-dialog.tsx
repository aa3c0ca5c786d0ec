import { Alert, Button, Modal, Typography } from 'antd';
import { useTranslation } from 'react-i18next';

/** A token, as long as the hub's one answer that holds it is on the screen. */
export interface ShownToken {
  name: string;
  /** Null when the request was a repetition: the token went with the answer that was lost. */
  token: string | null;
}

/** Shows a new token once, to be copied. */
export function TokenDialog({ shown, onClose }: { shown: ShownToken; onClose(): void }) {
  const { t } = useTranslation('admin');
  return (
    <Modal
      open
      title={t('apiClients.tokenTitle', { name: shown.name })}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('apiClients.tokenKept')}
        </Button>
      }
    >
      {shown.token ? (
        <>
          <Alert type="warning" showIcon title={t('apiClients.tokenOnce')} />
          <Typography.Paragraph
            className="api-token"
            code
            copyable={{
              text: shown.token,
              tooltips: [t('apiClients.copy'), t('apiClients.copied')],
            }}
          >
            {shown.token}
          </Typography.Paragraph>
        </>
      ) : (
        <Alert type="error" showIcon title={t('apiClients.tokenLost')} />
      )}
    </Modal>
  );
}
