import { graphql } from '@taizhang/client';
import { addDocumentVersionInput } from '@taizhang/documents/rules';
import { App, Button, Modal } from 'antd';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField } from '../form/date-field.tsx';
import { TextField } from '../form/text-field.tsx';
import { ruleResolver } from '../form/rule-resolver.ts';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';
import { useSubmission } from '../submission/use-submission.ts';

const addDocumentVersion = graphql(
  `
    mutation AddDocumentVersion($input: AddDocumentVersionInput!) {
      result: addDocumentVersion(input: $input) {
        __typename
        ... on InstitutionalDocument {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export interface AddVersionDialogProps {
  document: { id: string; version: number; title: string };
  onClose(): void;
  onReload(): void;
}

/** 登记新版本: its number, days and words. */
export function AddVersionDialog({ document, onClose, onReload }: AddVersionDialogProps) {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const { submit, submitting, failure, forgetFailure } = useSubmission(addDocumentVersion);
  const { control, handleSubmit, setError } = useForm({
    resolver: ruleResolver(addDocumentVersionInput),
    defaultValues: { documentNumber: '', issuedOn: null, effectiveOn: null, summary: '', text: '' },
  });

  useEffect(() => applyFieldErrors(failure, setError), [failure, setError]);

  const save = handleSubmit(async (input) => {
    const done = await submit({ ...input, id: document.id, expectedVersion: document.version });
    if (!done) return;
    void message.success(t('common.saved'));
    onClose();
  });

  return (
    <Modal
      open
      title={t('documents.versionForm.title')}
      onCancel={onClose}
      footer={null}
      width={620}
    >
      <p className="tz-dialog-intro">《{document.title}》</p>
      <form className="form-stack" onSubmit={(event) => void save(event)} noValidate>
        <FailureAlert
          failure={failure}
          onReload={() => {
            onReload();
            forgetFailure();
          }}
        />
        <TextField
          control={control}
          name="documentNumber"
          label={t('documents.number')}
          hint={t('documents.versionForm.numberHint')}
        />
        <div className="form-grid">
          <DateField control={control} name="issuedOn" label={t('documents.issuedOn')} />
          <DateField control={control} name="effectiveOn" label={t('documents.effectiveOn')} />
        </div>
        <TextField control={control} name="summary" label={t('documents.summary')} rows={2} />
        <TextField control={control} name="text" label={t('documents.text')} rows={6} />
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={submitting}>
            {t('common.save')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
