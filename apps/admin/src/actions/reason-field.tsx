import type { FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { BoundField } from '../form/bound-field.type.ts';
import { TextField } from '../form/text-field.tsx';

/** 理由: why, for the history. */
export function ReasonField<V extends FieldValues, O>({
  required,
  ...field
}: Omit<BoundField<V, O>, 'label' | 'hint'>) {
  const { t } = useTranslation('admin');
  return (
    <TextField
      {...field}
      required={required}
      label={t('actionForm.reason') + (required ? '' : t('common.optional'))}
      hint={t('actionForm.reasonHint')}
      rows={3}
      emptyIsNull={!required}
    />
  );
}
