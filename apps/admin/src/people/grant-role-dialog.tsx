import { roleAtPlaceInput } from '@taizhang/access/rules';
import { termValues } from '@taizhang/client/terms';
import { useTerm } from '@taizhang/ui';
import { App, Button, Modal } from 'antd';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../form/choice-field.tsx';
import { useRecordChoices } from '../form/record-choices.ts';
import { ruleResolver } from '../form/rule-resolver.ts';
import { TextField } from '../form/text-field.tsx';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import { grantRole, type PersonDetail } from './people.queries.ts';

interface GrantRoleDialogProps {
  person: PersonDetail;
  onClose(): void;
  onReload(): void;
}

const rule = roleAtPlaceInput.omit({ id: true, expectedVersion: true });

/** 授予角色: which one, and where. */
export function GrantRoleDialog({ person, onClose, onReload }: GrantRoleDialogProps) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const { message } = App.useApp();
  const { units, fetching } = useRecordChoices();
  const { submit, submitting, failure } = useSubmission(grantRole);
  const { control, handleSubmit } = useForm({
    resolver: ruleResolver(rule),
    defaultValues: { organizationId: person.organization?.id ?? '', reason: '' },
  });
  const grant = handleSubmit(async ({ reason, ...held }) => {
    const done = await submit({
      ...held,
      reason: reason ?? null,
      id: person.id,
      expectedVersion: person.version,
    });
    if (!done) return;
    void message.success(t('common.saved'));
    onClose();
  });
  return (
    <Modal open title={t('people.grant')} onCancel={onClose} footer={null} width={520}>
      <p className="tz-dialog-intro">{person.displayName}</p>
      <form className="form-stack" onSubmit={(event) => void grant(event)} noValidate>
        <FailureAlert failure={failure} onReload={onReload} />
        <ChoiceField
          control={control}
          name="role"
          label={t('people.role')}
          required
          choices={termValues('Role').map((value) => ({ value, label: term('Role', value) }))}
        />
        <ChoiceField
          control={control}
          name="organizationId"
          label={t('people.place')}
          hint={t('people.placeHint')}
          required
          choices={units}
          loading={fetching}
        />
        <TextField control={control} name="reason" label={t('people.reason')} rows={2} />
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={submitting}>
            {t('people.grant')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
