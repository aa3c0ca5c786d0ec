import { editEvaluationInput, totalScore } from '@taizhang/rectification/rules';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ruleResolver } from '../form/rule-resolver.ts';
import { TextField } from '../form/text-field.tsx';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import type { SubmissionFailure } from '../submission/mutation-failure.ts';

export interface ScoredCriterion {
  id: string;
  name: string;
  weight: number;
  /** Null while nobody has scored it. */
  score: number | null;
  comment: string | null;
}

interface EvaluationFormProps {
  criteria: readonly ScoredCriterion[];
  conclusion: string | null;
  submitting: boolean;
  failure: SubmissionFailure | null;
  onSubmit(scored: z.output<typeof editEvaluationInput>): Promise<void>;
  onCancel(): void;
  onReload?: () => void;
}

/** A score and a remark for each criterion, what they come to, and the conclusion. */
export function EvaluationForm(props: EvaluationFormProps) {
  const { t } = useTranslation('admin');
  const { criteria, failure } = props;
  const { control, handleSubmit, setError } = useForm({
    resolver: ruleResolver(editEvaluationInput),
    defaultValues: {
      conclusion: props.conclusion,
      scores: criteria.map(({ id, score, comment }) => ({
        criterionId: id,
        // The rule asks for a number; the field is empty until one is typed.
        score: score as number,
        comment,
      })),
    },
  });
  useEffect(() => applyFieldErrors(failure, setError), [failure, setError]);
  const scores = useWatch({ control, name: 'scores' });
  const total = totalScore(
    criteria.map(({ weight }, index) => ({ weight, score: Number(scores[index]?.score) || 0 })),
  );
  const save = handleSubmit(props.onSubmit);

  return (
    <form className="form-stack" onSubmit={(event) => void save(event)} noValidate>
      <FailureAlert failure={failure} {...(props.onReload && { onReload: props.onReload })} />
      {criteria.map(({ id, name, weight }, index) => (
        <div key={id} className="evaluation-row" role="group" aria-label={name}>
          <p>
            {name} <span className="faint tz-number">{t('evaluationForm.weight', { weight })}</span>
          </p>
          <TextField
            control={control}
            name={`scores.${index}.score`}
            label={t('evaluationForm.score')}
            type="number"
            required
          />
          <TextField
            control={control}
            name={`scores.${index}.comment`}
            label={t('evaluationForm.comment')}
            emptyIsNull
          />
        </div>
      ))}
      <p className="evaluation-total tz-number" role="status">
        {t('evaluationForm.total', { total })}
      </p>
      <TextField
        control={control}
        name="conclusion"
        label={t('evaluationForm.conclusion')}
        rows={3}
        emptyIsNull
      />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={props.submitting}>
          {t('common.save')}
        </Button>
        <Button onClick={props.onCancel}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
