import { termValues } from '@taizhang/client/terms';
import { useTerm } from '@taizhang/ui';
import type { Control, FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../form/choice-field.tsx';
import { DateField } from '../form/date-field.tsx';
import { TextField } from '../form/text-field.tsx';

/** The fields that registering and editing a round share. */
export interface RoundFieldValues extends FieldValues {
  title?: string | null | undefined;
  kind?: 'INSPECTION' | 'AUDIT' | null | undefined;
  inspectionTeam?: string | null | undefined;
  inspectedFrom?: string | null | undefined;
  inspectedTo?: string | null | undefined;
  feedbackOn?: string | null | undefined;
  intensivePeriodEndsOn?: string | null | undefined;
}

export function RoundFields<Output>({
  control,
}: {
  control: Control<RoundFieldValues, unknown, Output>;
}) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  return (
    <div className="form-grid">
      <div className="form-wide">
        <TextField control={control} name="title" label={t('roundForm.title')} rows={2} required />
      </div>
      <ChoiceField
        control={control}
        name="kind"
        label={t('rounds.kind')}
        required
        choices={termValues('RoundKind').map((value) => ({
          value,
          label: term('RoundKind', value),
        }))}
      />
      <TextField control={control} name="inspectionTeam" label={t('rounds.team')} emptyIsNull />
      <DateField control={control} name="inspectedFrom" label={t('roundForm.inspectedFrom')} />
      <DateField control={control} name="inspectedTo" label={t('roundForm.inspectedTo')} />
      <DateField control={control} name="feedbackOn" label={t('rounds.feedbackOn')} />
      <DateField control={control} name="intensivePeriodEndsOn" label={t('rounds.intensive')} />
    </div>
  );
}
