import { addApiClientInput, apiClientRoles, permissionsOf } from '@taizhang/access/rules';
import { useTerm } from '@taizhang/ui';
import { Button, Modal } from 'antd';
import { useEffect } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../form/choice-field.tsx';
import { DateField } from '../form/date-field.tsx';
import { useRecordChoices } from '../form/record-choices.ts';
import { ruleResolver } from '../form/rule-resolver.ts';
import { TextField } from '../form/text-field.tsx';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import { addApiClient } from './api-clients.queries.ts';
import type { ShownToken } from './token-dialog.tsx';

interface AddApiClientDialogProps {
  onClose(): void;
  onAdded(token: ShownToken): void;
}

/** 新增接口客户端: its role, narrowed to scopes, and until when. */
export function AddApiClientDialog({ onClose, onAdded }: AddApiClientDialogProps) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const { units, fetching } = useRecordChoices();
  const { submit, submitting, failure } = useSubmission(addApiClient);
  const { control, handleSubmit, setError } = useForm({
    resolver: ruleResolver(addApiClientInput),
    defaultValues: { name: '', scopes: [], expiresOn: '' },
  });
  const role = useWatch({ control, name: 'role' });
  useEffect(() => applyFieldErrors(failure, setError), [failure, setError]);
  const add = handleSubmit(async (fields) => {
    const done = await submit(fields);
    if (done?.__typename === 'ApiClient') onAdded(done);
  });
  return (
    <Modal open title={t('apiClients.add')} onCancel={onClose} footer={null} width={560}>
      <form className="form-stack" onSubmit={(event) => void add(event)} noValidate>
        <FailureAlert failure={failure} />
        <TextField control={control} name="name" label={t('apiClients.name')} required />
        <ChoiceField
          control={control}
          name="organizationId"
          label={t('people.place')}
          hint={t('people.placeHint')}
          required
          choices={units}
          loading={fetching}
        />
        <ChoiceField
          control={control}
          name="role"
          label={t('people.role')}
          required
          choices={apiClientRoles.map((value) => ({ value, label: term('Role', value) }))}
        />
        <ChoiceField
          control={control}
          name="scopes"
          label={t('apiClients.scopes')}
          hint={t('apiClients.scopesHint')}
          required
          multiple
          choices={(role ? permissionsOf(role) : []).map((value) => ({ value, label: value }))}
        />
        <DateField
          control={control}
          name="expiresOn"
          label={t('apiClients.expiresOn')}
          hint={t('apiClients.expiresHint')}
          required
        />
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={submitting}>
            {t('apiClients.add')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
