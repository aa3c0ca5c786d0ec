import { useLanguage } from '@taizhang/ui';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FieldName } from './field-name.tsx';
import type { MutationFailure, SubmissionFailure } from './mutation-failure.ts';
import './submission.css';

export interface FailureAlertProps {
  failure: SubmissionFailure | null;
  /** Offered after a conflict. Must keep what was typed. */
  onReload?: () => void;
}

/** Why a submission was not done, in the viewer's language. */
export function FailureAlert({ failure, onReload }: FailureAlertProps) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  if (!failure) return null;
  if (failure.kind === 'unanswered') {
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        title={t('failure.title')}
        description={t('failure.network')}
      />
    );
  }
  const { error } = failure;
  if (error.__typename === 'ConflictError') {
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={t('failure.conflictTitle')}
        description={<ConflictDetails error={error} onReload={onReload} />}
      />
    );
  }
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t('failure.title')}
      description={
        <>
          {pick(error.message)}
          {error.__typename === 'ValidationError' && error.fieldErrors.length > 0 ? (
            <ul className="failure-fields">
              {error.fieldErrors.map(({ path, message }) => (
                <li key={path.join('.') + message}>{pick(message)}</li>
              ))}
            </ul>
          ) : null}
          {/* A rule refused it, often because the record has moved on since it was read. */}
          {error.__typename === 'TransitionError' ? <ReloadButton onReload={onReload} /> : null}
        </>
      }
    />
  );
}

function ReloadButton({ onReload }: { onReload: (() => void) | undefined }) {
  const { t } = useTranslation('admin');
  if (!onReload) return null;
  return (
    <div className="failure-reload">
      <Button size="small" onClick={onReload}>
        {t('failure.reload')}
      </Button>
    </div>
  );
}

type Conflict = Extract<MutationFailure, { __typename: 'ConflictError' }>;

function ConflictDetails({
  error,
  onReload,
}: {
  error: Conflict;
  onReload: (() => void) | undefined;
}) {
  const { t } = useTranslation('admin');
  return (
    <>
      <p>{t('failure.conflictBody')}</p>
      {error.fields.length > 0 ? (
        <table className="conflict-table">
          <thead>
            <tr>
              <th scope="col">{t('failure.field')}</th>
              <th scope="col">{t('failure.yours')}</th>
              <th scope="col">{t('failure.current')}</th>
            </tr>
          </thead>
          <tbody>
            {error.fields.map(({ field, yours, current }) => (
              <tr key={field}>
                <th scope="row">
                  <FieldName field={field} />
                </th>
                <td>{yours == null ? '—' : String(yours)}</td>
                <td>{current == null ? '—' : String(current)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <ReloadButton onReload={onReload} />
    </>
  );
}
