import { Input } from 'antd';
import { useController, type FieldValues } from 'react-hook-form';
import type { BoundField } from './bound-field.type.ts';
import { FormField } from './form-field.tsx';

interface TextFieldProps<V extends FieldValues, O> extends BoundField<V, O> {
  type?: 'text' | 'password' | 'number';
  rows?: number;
  autoComplete?: string;
  /** An empty input means "not said" instead of an empty text. */
  emptyIsNull?: boolean;
}

export function TextField<V extends FieldValues, O>(props: TextFieldProps<V, O>) {
  const { control, name, label, hint, required, type = 'text', rows, emptyIsNull = false } = props;
  const { field, fieldState } = useController({ control, name });
  const change = (text: string) => {
    if (text === '' && (emptyIsNull || type === 'number')) field.onChange(null);
    else field.onChange(type === 'number' ? Number(text) : text);
  };
  const status = fieldState.error ? 'error' : '';
  const value: unknown = field.value;
  const shared = {
    name,
    status,
    value: value == null ? '' : String(value),
    onBlur: field.onBlur,
    autoComplete: props.autoComplete ?? 'off',
  } as const;
  return (
    <FormField label={label} hint={hint} required={required} error={fieldState.error?.message}>
      {(ties) =>
        rows ? (
          <Input.TextArea
            {...ties}
            {...shared}
            ref={field.ref}
            autoSize={{ minRows: rows, maxRows: 14 }}
            onChange={(event) => change(event.target.value)}
          />
        ) : type === 'password' ? (
          <Input.Password
            {...ties}
            {...shared}
            ref={field.ref}
            onChange={(event) => change(event.target.value)}
          />
        ) : (
          <Input
            {...ties}
            {...shared}
            ref={field.ref}
            type={type}
            min={type === 'number' ? 0 : undefined}
            step={type === 'number' ? 'any' : undefined}
            onChange={(event) => change(event.target.value)}
          />
        )
      }
    </FormField>
  );
}
