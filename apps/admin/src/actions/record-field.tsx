import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../form/choice-field.tsx';
import { useRecordChoices } from '../form/record-choices.ts';

interface RecordFieldProps {
  control: Control<Record<string, unknown>, unknown, Record<string, unknown>>;
  name: string;
  required: boolean;
  label: string;
  hint?: string;
  kind: 'people' | 'units';
}

/** Chooses a person or unit that the viewer may name. */
export function RecordField({ kind, ...field }: RecordFieldProps) {
  const { t } = useTranslation('admin');
  const choices = useRecordChoices();
  return (
    <ChoiceField
      {...field}
      choices={choices[kind]}
      loading={choices.fetching}
      placeholder={t('common.chooseOrType')}
    />
  );
}
