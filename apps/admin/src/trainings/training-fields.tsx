import type { planTrainingInput, recordTrainingInput } from '@taizhang/trainings/rules';
import { termValues } from '@taizhang/client/terms';
import { useTerm } from '@taizhang/ui';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ChoiceField } from '../form/choice-field.tsx';
import { ItemField } from '../form/item-field.tsx';
import { useRecordChoices } from '../form/record-choices.ts';
import { TextField } from '../form/text-field.tsx';

type RecordControl = Control<
  z.input<typeof recordTrainingInput>,
  unknown,
  z.output<typeof recordTrainingInput>
>;
type PlanControl = Control<
  z.input<typeof planTrainingInput>,
  unknown,
  z.output<typeof planTrainingInput>
>;

export interface TrainingFieldsProps {
  control: RecordControl | PlanControl;
}

/** What a training is about, planned or held. */
export function TrainingFields(props: TrainingFieldsProps) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const { units, fetching } = useRecordChoices();
  // A control is typed by its whole form; these fields are in both.
  const control = props.control as RecordControl;
  const choices = (kind: 'TrainingKind' | 'TrainingDirection') =>
    termValues(kind).map((value) => ({ value, label: term(kind, value) }));
  return (
    <>
      <TextField control={control} name="topic" label={t('trainings.form.topic')} required />
      <div className="form-grid">
        <ChoiceField
          control={control}
          name="kind"
          label={t('trainings.form.kind')}
          choices={choices('TrainingKind')}
          required
        />
        <ChoiceField
          control={control}
          name="direction"
          label={t('trainings.form.direction')}
          choices={choices('TrainingDirection')}
          required
        />
        <ChoiceField
          control={control}
          name="responsibleUnitId"
          label={t('trainings.form.unit')}
          choices={units}
          loading={fetching}
        />
        <ItemField control={control} name="itemId" label={t('trainings.form.item')} />
      </div>
    </>
  );
}
