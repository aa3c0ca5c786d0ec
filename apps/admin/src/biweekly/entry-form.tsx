import { BIWEEKLY_ENTRY_LIFE_CYCLE } from '@taizhang/reporting/rules';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { DateField } from '../form/date-field.tsx';
import { ruleResolver } from '../form/rule-resolver.ts';
import { TextField } from '../form/text-field.tsx';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { actionMutation } from '../actions/action-mutation.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import type { Entry } from './biweekly.queries.ts';

interface Words {
  progress: string;
  difficulties: string | null;
  nextStep: string | null;
  expectedOn: string | null;
}
const ENTRY_RULE = BIWEEKLY_ENTRY_LIFE_CYCLE.steps.updateBiweeklyEntry.input as z.ZodType<
  Words,
  Words
>;

interface EntryFormProps {
  entry: Entry;
  onClose(): void;
  onReload(): void;
}

/** Writes what has changed about one item; it begins with the words of the period before. */
export function EntryForm({ entry, onClose, onReload }: EntryFormProps) {
  const { t } = useTranslation('admin');
  const { submit, submitting, failure, forgetFailure } = useSubmission(
    actionMutation('updateBiweeklyEntry'),
  );
  const { progress, difficulties, nextStep, expectedOn } = entry;
  const { control, handleSubmit, setError } = useForm({
    resolver: ruleResolver(ENTRY_RULE),
    defaultValues: { progress: progress ?? '', difficulties, nextStep, expectedOn },
  });
  useEffect(() => applyFieldErrors(failure, setError), [failure, setError]);
  const save = handleSubmit(async (fields) => {
    if (!(await submit({ ...fields, id: entry.id, expectedVersion: entry.version }))) return;
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
      <TextField
        control={control}
        name="progress"
        label={t('biweekly.progress')}
        rows={3}
        required
      />
      <TextField
        control={control}
        name="difficulties"
        label={t('biweekly.difficulties')}
        rows={2}
        emptyIsNull
      />
      <TextField
        control={control}
        name="nextStep"
        label={t('biweekly.nextStep')}
        rows={2}
        emptyIsNull
      />
      <DateField control={control} name="expectedOn" label={t('biweekly.expectedOn')} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={submitting}>
          {t('common.save')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
