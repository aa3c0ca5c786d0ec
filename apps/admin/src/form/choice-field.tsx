import { Select } from 'antd';
import { useController, type FieldValues } from 'react-hook-form';
import type { BoundField } from './bound-field.type.ts';
import { FormField } from './form-field.tsx';
import { searchByLabel } from './search-by-label.ts';

export interface Choice {
  value: string;
  label: string;
  disabled?: boolean;
}

interface ChoiceFieldProps<V extends FieldValues, O> extends BoundField<V, O> {
  choices: readonly Choice[];
  multiple?: boolean;
  loading?: boolean;
  placeholder?: string;
}

export function ChoiceField<V extends FieldValues, O>(props: ChoiceFieldProps<V, O>) {
  const { control, name, label, hint, required, choices, multiple = false } = props;
  const { field, fieldState } = useController({ control, name });
  return (
    <FormField label={label} hint={hint} required={required} error={fieldState.error?.message}>
      {(ties) => (
        <Select
          {...ties}
          style={{ width: '100%' }}
          status={fieldState.error ? 'error' : ''}
          options={[...choices]}
          showSearch={searchByLabel}
          allowClear={!required}
          loading={props.loading ?? false}
          placeholder={props.placeholder}
          {...(multiple ? { mode: 'multiple' as const } : {})}
          value={field.value || undefined}
          onChange={(value: unknown) => field.onChange(value ?? (multiple ? [] : null))}
          onBlur={field.onBlur}
        />
      )}
    </FormField>
  );
}
