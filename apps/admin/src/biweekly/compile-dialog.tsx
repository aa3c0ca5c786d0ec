import { Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { TextField } from '../form/text-field.tsx';
import { actionMutation } from '../actions/action-mutation.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import type { Report } from './biweekly.queries.ts';

interface CompileDialogProps {
  report: Report;
  onClose(): void;
  onReload(): void;
}

/** 汇总: the summary, and each late unit that the report does without, ticked one by one. */
export function CompileDialog({ report, onClose, onReload }: CompileDialogProps) {
  const { t } = useTranslation('admin');
  const { submit, submitting, failure, forgetFailure } = useSubmission(
    actionMutation('compileBiweeklyReport'),
  );
  const [accepted, setAccepted] = useState<string[]>([]);
  const { control, handleSubmit } = useForm({ defaultValues: { summary: report.summary } });
  const compile = handleSubmit(async ({ summary }) => {
    const { id, version: expectedVersion } = report;
    const input = { id, expectedVersion, summary, acceptedLateUnitIds: accepted };
    if (!(await submit(input))) return;
    onReload();
    onClose();
  });
  return (
    <Modal open title={t('biweekly.compile')} onCancel={onClose} footer={null} width={560}>
      <p className="tz-dialog-intro">{t('biweekly.compileIntro')}</p>
      <form className="form-stack" onSubmit={(event) => void compile(event)} noValidate>
        <FailureAlert
          failure={failure}
          onReload={() => {
            onReload();
            forgetFailure();
          }}
        />
        {report.lateUnits?.length ? (
          <fieldset className="biweekly-late-units">
            <legend>{t('biweekly.acceptLate')}</legend>
            <Checkbox.Group
              value={accepted}
              onChange={setAccepted}
              options={report.lateUnits.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </fieldset>
        ) : null}
        <TextField
          control={control}
          name="summary"
          label={t('biweekly.summary')}
          rows={4}
          emptyIsNull
        />
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={submitting}>
            {t('biweekly.compile')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
