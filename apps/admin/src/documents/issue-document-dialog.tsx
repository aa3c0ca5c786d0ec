import { graphql } from '@taizhang/client';
import { issueInput } from '@taizhang/documents/rules';
import { useFormat, useLanguage } from '@taizhang/ui';
import { Alert, App, Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { z } from 'zod';
import { checkFile, uploadLimitsQuery } from '../evidence/check-file.ts';
import { FileInput } from '../evidence/file-input.tsx';
import { uploadFile, UploadError } from '../evidence/upload-file.ts';
import { DateField } from '../form/date-field.tsx';
import { ruleResolver } from '../form/rule-resolver.ts';
import { TextField } from '../form/text-field.tsx';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';
import { useSubmission } from '../submission/use-submission.ts';
import { useActionLabel } from '../actions/use-action-label.ts';

const issueDocument = graphql(
  `
    mutation IssueInstitutionalDocument($input: IssueInstitutionalDocumentInput!) {
      result: issueInstitutionalDocument(input: $input) {
        __typename
        ... on InstitutionalDocument {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

// The file is not stored yet when the form is checked; the hub checks the days once more.
const { documentNumber, issuedOn, effectiveOn } = issueInput.shape;
const issueForm = z.object({ documentNumber, issuedOn, effectiveOn });

export interface IssueDocumentDialogProps {
  document: { id: string; version: number; title: string };
  onClose(): void;
  onReload(): void;
}

/** 印发: number, day and file; without one of them nothing counts as issued. */
export function IssueDocumentDialog({ document, onClose, onReload }: IssueDocumentDialogProps) {
  const { t } = useTranslation('admin');
  const label = useActionLabel();
  const { pick } = useLanguage();
  const format = useFormat();
  const { message } = App.useApp();
  const { submit, submitting, failure, forgetFailure } = useSubmission(issueDocument);
  const [{ data }] = useQuery({ query: uploadLimitsQuery });
  const limits = data?.uploadLimits ?? null;
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const { control, handleSubmit, setError } = useForm({
    resolver: ruleResolver(issueForm),
    defaultValues: { documentNumber: '', issuedOn: '', effectiveOn: null },
  });
  useEffect(() => applyFieldErrors(failure, setError), [failure, setError]);

  const choose = (chosen: File) => {
    const refusal = checkFile(chosen, limits);
    setFile(refusal ? null : chosen);
    setProblem(
      refusal &&
        t(`evidence.${refusal}`, {
          name: chosen.name,
          type: chosen.type || chosen.name.split('.').at(-1),
          size: format.fileSize(chosen.size),
          limit: format.fileSize(limits?.maxBytes ?? 0),
        }),
    );
  };

  const store = async (chosen: File): Promise<string | null> => {
    setSending(true);
    try {
      const { signal } = new AbortController();
      return (await uploadFile(chosen, { onProgress: () => undefined, signal })).fileId;
    } catch (error) {
      if (!(error instanceof UploadError)) throw error;
      setProblem(pick(error.message) || t('evidence.failed'));
      return null;
    } finally {
      setSending(false);
    }
  };

  const issue = handleSubmit(async (fields) => {
    if (!file) {
      setProblem(t('evidence.choose'));
      return;
    }
    setProblem(null);
    const fileId = await store(file);
    if (!fileId) return;
    const input = { ...fields, fileId, id: document.id, expectedVersion: document.version };
    if (!(await submit(input))) return;
    void message.success(t('common.saved'));
    onClose();
  });

  return (
    <Modal
      open
      title={label('issueInstitutionalDocument')}
      onCancel={onClose}
      footer={null}
      width={560}
    >
      <p className="tz-dialog-intro">《{document.title}》</p>
      <form className="form-stack" onSubmit={(event) => void issue(event)} noValidate>
        <FailureAlert
          failure={failure}
          onReload={() => {
            onReload();
            forgetFailure();
          }}
        />
        {problem ? <Alert type="error" showIcon role="alert" title={problem} /> : null}
        <TextField control={control} name="documentNumber" label={t('documents.number')} required />
        <div className="form-grid">
          <DateField control={control} name="issuedOn" label={t('documents.issuedOn')} required />
          <DateField control={control} name="effectiveOn" label={t('documents.effectiveOn')} />
        </div>
        <FileInput file={file} limits={limits} onChoose={choose} disabled={isSending} />
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={submitting || isSending}>
            {label('issueInstitutionalDocument')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
