import { useTerm } from '@taizhang/ui';
import { App, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import { revokeRole, type PersonDetail } from './people.queries.ts';

export type GrantedRole = NonNullable<PersonDetail['roles']>[number];

interface RevokeRoleDialogProps {
  person: PersonDetail;
  held: GrantedRole;
  onClose(): void;
  onReload(): void;
}

/** 撤销角色, after one more look. */
export function RevokeRoleDialog({ person, held, onClose, onReload }: RevokeRoleDialogProps) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const { message } = App.useApp();
  const { submit, submitting, failure } = useSubmission(revokeRole);
  const revoke = async () => {
    const done = await submit({
      id: person.id,
      expectedVersion: person.version,
      role: held.role,
      organizationId: held.organization.id,
    });
    if (!done) return;
    void message.success(t('common.done', { action: t('people.revoke') }));
    onClose();
  };
  return (
    <Modal open title={t('people.revoke')} onCancel={onClose} footer={null} width={480}>
      <p className="tz-dialog-intro">
        {person.displayName} · {term('Role', held.role)} · {held.organization.name}
      </p>
      <FailureAlert failure={failure} onReload={onReload} />
      <div className="form-actions">
        <Button type="primary" danger loading={submitting} onClick={() => void revoke()}>
          {t('actionForm.confirm', { action: t('people.revoke') })}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </Modal>
  );
}
