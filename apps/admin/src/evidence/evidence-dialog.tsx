import { graphql } from '@taizhang/client';
import { attachEvidenceInput } from '@taizhang/rectification/rules';
import { useFormat, useLanguage } from '@taizhang/ui';
import { Alert, App, Button, Modal, Progress } from 'antd';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ChoiceField, type Choice } from '../form/choice-field.tsx';
import { TextField } from '../form/text-field.tsx';
import { ruleResolver } from '../form/rule-resolver.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';
import { useSubmission } from '../submission/use-submission.ts';
import { FileInput } from './file-input.tsx';
import { checkFile, uploadLimitsQuery } from './check-file.ts';
import { uploadFile, UploadError, type StoredFile } from './upload-file.ts';

const attachEvidence = graphql(
  `
    mutation AttachEvidence($input: AttachEvidenceInput!) {
      result: attachEvidence(input: $input) {
        __typename
        ... on Evidence {
          id
          item {
            id
          }
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

// The file is not stored yet when the form is checked.
const evidenceForm = attachEvidenceInput.omit({ fileId: true, fileName: true });

export interface EvidenceDialogProps {
  itemId: string;
  measures: readonly Choice[];
  onClose(): void;
}

/** Sends a file with its progress shown, then ties it to the item or one of its measures. */
export function EvidenceDialog({ itemId, measures, onClose }: EvidenceDialogProps) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const { message } = App.useApp();
  const format = useFormat();
  const { submit, submitting, failure } = useSubmission(attachEvidence);
  const [{ data }] = useQuery({ query: uploadLimitsQuery });
  const limits = data?.uploadLimits ?? null;
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [upload, setUpload] = useState<AbortController | null>(null);
  // A file already stored is not sent again when only the attaching failed.
  const [stored, setStored] = useState<{ file: File; answer: StoredFile } | null>(null);
  const { control, handleSubmit } = useForm({
    resolver: ruleResolver(evidenceForm),
    defaultValues: { itemId, measureId: null, description: '' },
  });

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

  const store = async (chosen: File): Promise<StoredFile | null> => {
    if (stored?.file === chosen) return stored.answer;
    const controller = new AbortController();
    setUpload(controller);
    setSent(0);
    try {
      const answer = await uploadFile(chosen, {
        onProgress: setSent,
        signal: controller.signal,
      });
      setStored({ file: chosen, answer });
      return answer;
    } catch (error) {
      if (!(error instanceof UploadError)) throw error;
      if (error.kind === 'cancelled') setProblem(t('evidence.cancelled'));
      else setProblem(pick(error.message) || t('evidence.failed'));
      return null;
    } finally {
      setSent(null);
    }
  };

  const attach = handleSubmit(async (input) => {
    if (!file) {
      setProblem(t('evidence.choose'));
      return;
    }
    setProblem(null);
    const answer = await store(file);
    if (!answer || !(await submit({ ...input, fileId: answer.fileId, fileName: file.name })))
      return;
    void message.success(t('common.saved'));
    onClose();
  });

  return (
    <Modal open title={t('evidence.upload')} onCancel={onClose} footer={null} width={520}>
      <form className="form-stack" onSubmit={(event) => void attach(event)} noValidate>
        <FailureAlert failure={failure} />
        {problem ? <Alert type="error" showIcon role="alert" title={problem} /> : null}
        <FileInput file={file} limits={limits} onChoose={choose} disabled={sent !== null} />
        {sent !== null ? (
          <div className="upload-progress" role="status">
            <span>
              {t('evidence.uploading', { percent: format.percent(Math.round(sent * 100) / 100) })}
            </span>
            <Progress percent={Math.round(sent * 100)} showInfo={false} size="small" />
            <Button size="small" onClick={() => upload?.abort()}>
              {t('evidence.cancelUpload')}
            </Button>
          </div>
        ) : null}
        <ChoiceField
          control={control}
          name="measureId"
          label={t('evidence.forMeasure') + t('common.optional')}
          choices={measures}
          placeholder={t('evidence.wholeItem')}
        />
        <TextField
          control={control}
          name="description"
          label={t('evidence.description') + t('common.optional')}
          rows={2}
        />
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={submitting || sent !== null}>
            {t('evidence.attach')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
