import { FileTextOutlined } from '@ant-design/icons';
import { ForbiddenState, PageHeading, Panel } from '@taizhang/ui';
import { Alert, App, Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ActsPanel } from '../acts/acts-panel.tsx';
import { FormField } from '../form/form-field.tsx';
import { useRecordChoices } from '../form/record-choices.ts';
import { useViewerMay } from '../session/use-session.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import { importNoticeMutation, type NoticeImport } from './import-notice.mutation.ts';
import { ImportDifference } from './import-difference.tsx';
import { NotTextError, readTextFile } from './read-text-file.ts';
import './importing.css';
import { searchByLabel } from '../form/search-by-label.ts';

/** 通报导入: what would change first, the change second. */
export function ImportPage() {
  const mayImport = useViewerMay('importNotice');
  return mayImport ? <ImportForm /> : <ForbiddenState />;
}

function ImportForm() {
  const { t } = useTranslation('admin');
  const navigate = useNavigate();
  const { message } = App.useApp();
  const fileId = useId();
  const { submit, submitting, failure } = useSubmission(importNoticeMutation);
  const [text, setText] = useState('');
  const [fileName, setFileName] = useState('');
  const [organizationCode, setOrganizationCode] = useState<string | null>(null);
  const { organizations } = useRecordChoices();
  const [problem, setProblem] = useState<string | null>(null);
  const [preview, setPreview] = useState<{ text: string; result: NoticeImport } | null>(null);

  const read = async (file: File) => {
    try {
      setText(await readTextFile(file));
      setFileName(file.name);
      setProblem(null);
    } catch (error) {
      if (!(error instanceof NotTextError)) throw error;
      setProblem(t('importing.notText'));
    }
  };

  const [begun, setBegun] = useState<string | null>(null);

  const send = async (dryRun: boolean) => {
    if (!text.trim()) {
      setProblem(t('importing.chooseFirst'));
      return null;
    }
    setProblem(null);
    return submit({
      text,
      fileName: fileName || 'notice.txt',
      organizationCode,
      dryRun,
    });
  };

  const compare = async () => {
    const result = await send(true);
    setPreview(result && { text, result });
  };

  const apply = async () => {
    const result = await send(false);
    if (!result) return;
    // What is larger goes on by itself: it is followed below.
    if (result.act?.status === 'RUNNING') {
      setPreview(null);
      setBegun(result.act.id);
      return;
    }
    void message.success(t('importing.applied'));
    void navigate(result.round ? `/rounds/${result.round.id}` : '/rounds');
  };

  return (
    <>
      <title>{`${t('importing.title')} · ${t('appName')}`}</title>
      <PageHeading title={t('importing.title')} subtitle={t('importing.subtitle')} />
      <Panel>
        <div className="form-stack">
          <FailureAlert failure={failure} />
          {problem ? <Alert type="error" showIcon role="alert" title={problem} /> : null}
          <FormField label={t('importing.text')} hint={t('importing.textHint')} required>
            {(ties) => (
              <Input.TextArea
                {...ties}
                value={text}
                autoSize={{ minRows: 8, maxRows: 18 }}
                className="notice-input"
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </FormField>
          <div className="import-file">
            <input
              id={fileId}
              type="file"
              accept=".txt,text/plain"
              className="tz-visually-hidden"
              onChange={(event) => {
                const file = event.target.files?.[0];
                if (file) void read(file);
                event.target.value = '';
              }}
            />
            <label htmlFor={fileId} className="import-choose">
              <FileTextOutlined aria-hidden /> {t('importing.choose')}
            </label>
            <span className="faint tz-number">
              {[fileName, text ? t('importing.characters', { count: text.length }) : null]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
          <FormField
            label={t('importing.organization') + t('common.optional')}
            hint={t('importing.organizationHint')}
          >
            {(ties) => (
              <Select
                {...ties}
                allowClear
                style={{ width: '100%' }}
                showSearch={searchByLabel}
                options={organizations}
                value={organizationCode ?? undefined}
                onChange={(code: string | undefined) => setOrganizationCode(code ?? null)}
              />
            )}
          </FormField>
          <div className="form-actions">
            <Button type="primary" loading={submitting} onClick={() => void compare()}>
              {t('importing.dryRun')}
            </Button>
          </div>
        </div>
      </Panel>
      {preview ? (
        <ImportDifference
          result={preview.result}
          isStale={preview.text !== text}
          applying={submitting}
          onApply={() => void apply()}
        />
      ) : null}
      <ActsPanel key={begun} />
    </>
  );
}
