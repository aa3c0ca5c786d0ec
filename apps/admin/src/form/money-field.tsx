import { readFen, showFen } from '@taizhang/platform/rules';
import { Input } from 'antd';
import { useState } from 'react';
import { useController, type FieldValues } from 'react-hook-form';
import type { BoundField } from './bound-field.type.ts';
import { FormField } from './form-field.tsx';

/** A sum of money, written in yuan and kept in fen. Keeps the raw text: what is no sum is refused, never dropped. */
export function MoneyField<V extends FieldValues, O>(props: BoundField<V, O>) {
  const { control, name, label, hint, required } = props;
  const { field, fieldState } = useController({ control, name });
  const initial: unknown = field.value;
  const [text, setText] = useState(typeof initial === 'number' ? showFen(initial) : '');
  return (
    <FormField label={label} hint={hint} required={required} error={fieldState.error?.message}>
      {(ties) => (
        <Input
          {...ties}
          ref={field.ref}
          name={name}
          inputMode="decimal"
          autoComplete="off"
          status={fieldState.error ? 'error' : ''}
          value={text}
          onBlur={field.onBlur}
          onChange={(event) => {
            setText(event.target.value);
            // What cannot be read is no number, which the rule refuses.
            field.onChange(event.target.value.trim() ? (readFen(event.target.value) ?? NaN) : null);
          }}
        />
      )}
    </FormField>
  );
}
