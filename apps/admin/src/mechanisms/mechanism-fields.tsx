import { MECHANISM_FIELDS } from '@taizhang/mechanisms/rules';
import { TRAINING_KINDS } from '@taizhang/trainings/rules';
import { useTerm } from '@taizhang/ui';
import type { Control, FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../form/choice-field.tsx';
import { DescribedField, isWide } from '../form/described-field.tsx';
import { useRecordChoices } from '../form/record-choices.ts';

/** The fields that setting up and editing a mechanism share, as they are described. */
export function MechanismFields<Values extends FieldValues, Output>({
  control,
}: {
  control: Control<Values, unknown, Output>;
}) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const choices = useRecordChoices();
  // The shared fields are a part of the form's own, whichever form that is.
  const shared = control as unknown as Control<FieldValues, unknown, Output>;
  return (
    <div className="form-grid">
      {Object.entries(MECHANISM_FIELDS).map(([key, field]) => (
        <div key={key} className={isWide(field) ? 'form-wide' : undefined}>
          <DescribedField control={shared} name={key} field={field} choices={choices} />
        </div>
      ))}
      <ChoiceField
        control={shared}
        name="doneByTraining"
        label={t('mechanisms.doneByTraining')}
        hint={t('mechanisms.doneByTrainingHint')}
        choices={TRAINING_KINDS.map((value) => ({ value, label: term('TrainingKind', value) }))}
      />
    </div>
  );
}
