import { Input } from 'antd';
import { useState } from 'react';
import { useController, type FieldValues } from 'react-hook-form';
import type { BoundField } from './bound-field.type.ts';
import { FormField } from './form-field.tsx';

/** A list of texts written one a line. Keeps the raw text, so that a line being typed is not trimmed away. */
export function LinesField<V extends FieldValues, O>(props: BoundField<V, O>) {
  const { control, name, label, hint, required } = props;
  const { field, fieldState } = useController({ control, name });
  const initial: unknown = field.value;
  const [text, setText] = useState(Array.isArray(initial) ? initial.join('\n') : '');
  return (
    <FormField label={label} hint={hint} required={required} error={fieldState.error?.message}>
      {(ties) => (
        <Input.TextArea
          {...ties}
          ref={field.ref}
          autoSize={{ minRows: 3, maxRows: 14 }}
          value={text}
          onBlur={field.onBlur}
          onChange={(event) => {
            setText(event.target.value);
            const lines = event.target.value.split('\n').map((line) => line.trim());
            field.onChange(lines.filter((line) => line !== ''));
          }}
        />
      )}
    </FormField>
  );
}
