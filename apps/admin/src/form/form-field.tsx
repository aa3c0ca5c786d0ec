import { useLanguage } from '@taizhang/ui';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './form.css';

/** What every input receives so that label, hint and error are tied to it for screen readers. */
export interface InputTies {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
  'aria-required': boolean;
}

export interface FormFieldProps {
  label: string;
  hint?: string | undefined;
  /** A message of a rule, "中文 / English". */
  error?: string | undefined;
  required?: boolean | undefined;
  children(ties: InputTies): ReactNode;
}

export function FormField({ label, hint, error, required = false, children }: FormFieldProps) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const id = useId();
  const described = [error ? `${id}-error` : null, hint ? `${id}-hint` : null].filter(Boolean);
  return (
    <div className="form-field">
      <label htmlFor={id}>
        {label}
        {required ? (
          <span className="form-required" title={t('common.required')} aria-hidden="true" />
        ) : null}
      </label>
      {children({
        id,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': error !== undefined,
        'aria-required': required,
      })}
      {hint ? (
        <p className="form-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="form-error" id={`${id}-error`} role="alert">
          {pick(error)}
        </p>
      ) : null}
    </div>
  );
}
