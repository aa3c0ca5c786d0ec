import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { addScorecardInput } from '@taizhang/rectification/rules';
import { useLanguage } from '@taizhang/ui';
import { App, Button, Modal } from 'antd';
import { useEffect } from 'react';
import { useFieldArray, useForm, useFormState, useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ruleResolver } from '../form/rule-resolver.ts';
import { TextField } from '../form/text-field.tsx';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import { addScorecard } from './assessment.mutations.ts';
import { useActionLabel } from '../actions/use-action-label.ts';

type Values = z.input<typeof addScorecardInput>;

/** A criterion that nobody has filled in yet; its weight is a number only once one is typed. */
const EMPTY_CRITERION = { name: '', weight: null as unknown as number };

interface ScorecardDialogProps {
  /** Whose scorecard it will be. */
  organizationId: string;
  onClose(): void;
  onDone(): void;
}

/** 新建评分表: what the effect of a rectification is scored by, with the weight of each criterion. */
export function ScorecardDialog({ organizationId, onClose, onDone }: ScorecardDialogProps) {
  const { t } = useTranslation('admin');
  const label = useActionLabel();
  const { message } = App.useApp();
  const { submit, submitting, failure } = useSubmission(addScorecard);
  const { control, handleSubmit, setError } = useForm({
    resolver: ruleResolver(addScorecardInput),
    defaultValues: { organizationId, title: '', criteria: [EMPTY_CRITERION, EMPTY_CRITERION] },
  });
  useEffect(() => applyFieldErrors(failure, setError), [failure, setError]);

  const save = handleSubmit(async (input) => {
    if (!(await submit(input))) return;
    void message.success(t('common.saved'));
    onDone();
    onClose();
  });

  return (
    <Modal open title={label('addScorecard')} onCancel={onClose} footer={null} width={620}>
      <form className="form-stack" onSubmit={(event) => void save(event)} noValidate>
        <FailureAlert failure={failure} />
        <TextField control={control} name="title" label={t('scorecardForm.title')} required />
        <CriterionFields control={control} />
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

/** One row a criterion, and what the weights come to so far. */
function CriterionFields({
  control,
}: {
  control: Control<Values, unknown, z.output<typeof addScorecardInput>>;
}) {
  const { t } = useTranslation('admin');
  const { fields, append, remove } = useFieldArray({ control, name: 'criteria' });
  const criteria = useWatch({ control, name: 'criteria' });
  const sum = criteria.reduce((total, { weight }) => total + (Number(weight) || 0), 0);
  const { pick } = useLanguage();
  const refusal = useFormState({ control }).errors.criteria?.root?.message;
  return (
    <fieldset className="scorecard">
      <legend>{t('scorecardForm.criteria')}</legend>
      {fields.map((field, index) => (
        <div
          key={field.id}
          className="scorecard-row"
          role="group"
          aria-label={t('common.ordinal', { ordinal: index + 1 })}
        >
          <TextField
            control={control}
            name={`criteria.${index}.name`}
            label={t('scorecardForm.name')}
            required
          />
          <TextField
            control={control}
            name={`criteria.${index}.weight`}
            label={t('scorecardForm.weight')}
            type="number"
            required
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('scorecardForm.remove', { ordinal: index + 1 })}
            disabled={fields.length === 1}
            onClick={() => remove(index)}
          />
        </div>
      ))}
      {refusal ? (
        <p className="form-error" role="alert">
          {pick(refusal)}
        </p>
      ) : null}
      <div className="scorecard-foot">
        <Button icon={<PlusOutlined />} onClick={() => append(EMPTY_CRITERION)}>
          {t('scorecardForm.add')}
        </Button>
        <span className="tz-number faint" role="status">
          {t('scorecardForm.sum', { sum })}
        </span>
      </div>
    </fieldset>
  );
}
