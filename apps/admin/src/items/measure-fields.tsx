import type { Control, FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../form/choice-field.tsx';
import { DateField } from '../form/date-field.tsx';
import { useRecordChoices } from '../form/record-choices.ts';
import { TextField } from '../form/text-field.tsx';

/** The fields that adding and editing a measure share. */
export interface MeasureFieldValues extends FieldValues {
  text?: string | null | undefined;
  ownerId?: string | null | undefined;
  responsibleUnitId?: string | null | undefined;
  dueOn?: string | null | undefined;
}

export function MeasureFields<Output>({
  control,
}: {
  control: Control<MeasureFieldValues, unknown, Output>;
}) {
  const { t } = useTranslation('admin');
  const choices = useRecordChoices();
  return (
    <>
      <TextField
        control={control}
        name="text"
        label={t('measureForm.text')}
        hint={t('measureForm.textHint')}
        rows={4}
        required
      />
      <ChoiceField
        control={control}
        name="ownerId"
        label={t('measureForm.owner')}
        choices={choices.people}
      />
      <ChoiceField
        control={control}
        name="responsibleUnitId"
        label={t('measureForm.unit')}
        choices={choices.units}
      />
      <DateField control={control} name="dueOn" label={t('measureForm.dueOn')} />
    </>
  );
}
