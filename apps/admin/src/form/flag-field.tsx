import { Select } from 'antd';
import { useController, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { BoundField } from './bound-field.type.ts';
import { FormField } from './form-field.tsx';

/** Yes, no, or not said. */
export function FlagField<V extends FieldValues, O>(props: BoundField<V, O>) {
  const { control, name, label, hint, required } = props;
  const { t } = useTranslation('admin');
  const { field, fieldState } = useController({ control, name });
  const value: unknown = field.value;
  return (
    <FormField label={label} hint={hint} required={required} error={fieldState.error?.message}>
      {(ties) => (
        <Select
          {...ties}
          style={{ width: '100%' }}
          status={fieldState.error ? 'error' : ''}
          options={[
            { value: 'true', label: t('common.yes') },
            { value: 'false', label: t('common.no') },
          ]}
          allowClear={!required}
          value={typeof value === 'boolean' ? String(value) : undefined}
          onChange={(chosen?: string) => field.onChange(chosen ? chosen === 'true' : null)}
          onBlur={field.onBlur}
        />
      )}
    </FormField>
  );
}
