import { addOrganizationInput } from '@taizhang/access/rules';
import { requiredKey } from '@taizhang/platform/rules';
import { termValues } from '@taizhang/client/terms';
import { useTerm } from '@taizhang/ui';
import { App, Button, Modal } from 'antd';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../form/choice-field.tsx';
import { useRecordChoices } from '../form/record-choices.ts';
import { ruleResolver } from '../form/rule-resolver.ts';
import { TextField } from '../form/text-field.tsx';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import { addOrganization } from './people.mutations.ts';

/** There is one district, from the first set-up on; what is added stands below something. */
const ADDED_KINDS = termValues('OrganizationKind').filter((kind) => kind !== 'DISTRICT');
const rule = addOrganizationInput.extend({ parentId: requiredKey });

/** 新增组织: a bureau or a unit, below another organization. */
export function AddOrganizationDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const { message } = App.useApp();
  const { units, fetching } = useRecordChoices();
  const { submit, submitting, failure } = useSubmission(addOrganization);
  const { control, handleSubmit, setError } = useForm({
    resolver: ruleResolver(rule),
    defaultValues: { name: '', shortName: '', code: '' },
  });
  useEffect(() => applyFieldErrors(failure, setError), [failure, setError]);
  const add = handleSubmit(async (fields) => {
    const done = await submit({
      ...fields,
      shortName: fields.shortName ?? null,
    });
    if (!done) return;
    void message.success(t('people.organizationAdded', { name: fields.name }));
    onClose();
  });
  return (
    <Modal open title={t('people.addOrganization')} onCancel={onClose} footer={null} width={520}>
      <form className="form-stack" onSubmit={(event) => void add(event)} noValidate>
        <FailureAlert failure={failure} />
        <ChoiceField
          control={control}
          name="parentId"
          label={t('people.parent')}
          required
          choices={units}
          loading={fetching}
        />
        <ChoiceField
          control={control}
          name="kind"
          label={t('people.kind')}
          required
          choices={ADDED_KINDS.map((value) => ({ value, label: term('OrganizationKind', value) }))}
        />
        <TextField control={control} name="name" label={t('people.organizationName')} required />
        <TextField control={control} name="shortName" label={t('people.shortName')} />
        <TextField
          control={control}
          name="code"
          label={t('people.code')}
          hint={t('people.codeHint')}
          required
        />
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={submitting}>
            {t('people.addOrganization')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
