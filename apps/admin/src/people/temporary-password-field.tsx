import { Button, Input } from 'antd';
import { useController, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { BoundField } from '../form/bound-field.type.ts';
import { FormField } from '../form/form-field.tsx';
import { randomPassword } from './random-password.ts';
import './people.css';

/** A password for somebody else, readable because it is to be told, and made at random on demand. */
export function TemporaryPasswordField<V extends FieldValues, O>({
  control,
  name,
}: Pick<BoundField<V, O>, 'control' | 'name'>) {
  const { t } = useTranslation('admin');
  const { field, fieldState } = useController({ control, name });
  return (
    <FormField
      label={t('temporaryPassword.label')}
      hint={t('temporaryPassword.hint')}
      required
      error={fieldState.error?.message}
    >
      {(ties) => (
        <div className="temporary-password">
          <Input
            {...ties}
            {...field}
            className="temporary-password-input"
            status={fieldState.error ? 'error' : ''}
            autoComplete="off"
            spellCheck={false}
          />
          <Button onClick={() => field.onChange(randomPassword())}>
            {t('temporaryPassword.another')}
          </Button>
        </div>
      )}
    </FormField>
  );
}
