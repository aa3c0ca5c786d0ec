import { BIWEEKLY_REPORT_LIFE_CYCLE } from '@taizhang/reporting/rules';
import { Panel } from '@taizhang/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ruleResolver } from '../form/rule-resolver.ts';
import { TextField } from '../form/text-field.tsx';
import { actionMutation } from '../actions/action-mutation.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import type { Report } from './biweekly.queries.ts';

const SUMMARY_RULE = BIWEEKLY_REPORT_LIFE_CYCLE.steps.editBiweeklySummary.input as z.ZodType<
  { summary: string },
  { summary: string }
>;

interface SummaryPanelProps {
  report: Report;
  onReload(): void;
}

/** 综述: what party affairs sums up; it can be worded anew until the report is frozen. */
export function SummaryPanel({ report, onReload }: SummaryPanelProps) {
  const { t } = useTranslation('admin');
  const [isEditing, setEditing] = useState(false);
  const mayEdit = report.allowedActions.some(
    ({ action, allowed }) => allowed && action === 'editBiweeklySummary',
  );
  if (!report.summary && !mayEdit) return null;
  return (
    <Panel title={t('biweekly.summary')}>
      {isEditing ? (
        <SummaryForm report={report} onReload={onReload} onClose={() => setEditing(false)} />
      ) : (
        <>
          <p className="biweekly-summary">{report.summary ?? t('biweekly.none')}</p>
          {mayEdit ? (
            <Button onClick={() => setEditing(true)}>{t('biweekly.editSummary')}</Button>
          ) : null}
        </>
      )}
    </Panel>
  );
}

function SummaryForm({ report, onReload, onClose }: SummaryPanelProps & { onClose(): void }) {
  const { t } = useTranslation('admin');
  const { submit, submitting, failure, forgetFailure } = useSubmission(
    actionMutation('editBiweeklySummary'),
  );
  const { control, handleSubmit } = useForm({
    resolver: ruleResolver(SUMMARY_RULE),
    defaultValues: { summary: report.summary ?? '' },
  });
  const save = handleSubmit(async (fields) => {
    if (!(await submit({ ...fields, id: report.id, expectedVersion: report.version }))) return;
    onReload();
    onClose();
  });
  return (
    <form className="form-stack" onSubmit={(event) => void save(event)} noValidate>
      <FailureAlert
        failure={failure}
        onReload={() => {
          onReload();
          forgetFailure();
        }}
      />
      <TextField control={control} name="summary" label={t('biweekly.summary')} rows={4} required />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={submitting}>
          {t('biweekly.saveSummary')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
