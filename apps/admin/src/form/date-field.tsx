import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useController, type FieldValues } from 'react-hook-form';
import type { BoundField } from './bound-field.type.ts';
import { FormField } from './form-field.tsx';

/** A day as the hub writes it, yyyy-mm-dd; null when empty. */
export function DateField<V extends FieldValues, O>(props: BoundField<V, O>) {
  const { control, name, label, hint, required } = props;
  const { field, fieldState } = useController({ control, name });
  const value: unknown = field.value;
  return (
    <FormField label={label} hint={hint} required={required} error={fieldState.error?.message}>
      {(ties) => (
        <DatePicker
          {...ties}
          style={{ width: '100%' }}
          format="YYYY-MM-DD"
          placeholder="YYYY-MM-DD"
          status={fieldState.error ? 'error' : ''}
          value={typeof value === 'string' && value ? dayjs(value) : null}
          onChange={(day) => field.onChange(day ? day.format('YYYY-MM-DD') : required ? '' : null)}
          onBlur={field.onBlur}
          // Enter chooses the day; it must not send the half-filled form too.
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      )}
    </FormField>
  );
}
