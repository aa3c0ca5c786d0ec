import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pickLanguage } from '../language/pick-language.ts';
import { useLanguage } from '../language/use-language.ts';
import './states.css';

/** The part of an urql CombinedError that is shown; typed by shape so that this library needs no client. */
export interface ReadingError {
  message: string;
  networkError?: Error | undefined;
  graphQLErrors?: readonly { message: string; extensions?: Record<string, unknown> }[];
}

/** What went wrong while reading, in the reader's language, with a way on. FORBIDDEN shows as forbidden. */
export function ErrorState({ error, onRetry }: { error: ReadingError; onRetry?: () => void }) {
  const { t } = useTranslation('ui');
  const { language } = useLanguage();
  if (errorCode(error) === 'FORBIDDEN') return <ForbiddenState />;
  const first = error.graphQLErrors?.[0];
  return (
    <div className="tz-state" role="alert">
      <p className="tz-state-title">{t('error.title')}</p>
      <p className="tz-state-body">
        {first ? pickLanguage(first.message, language) : t('error.network')}
      </p>
      {onRetry ? (
        <div className="tz-state-action">
          <Button type="primary" onClick={onRetry}>
            {t('error.retry')}
          </Button>
        </div>
      ) : null}
      {error.networkError ? (
        <details>
          <summary>{t('error.details')}</summary>
          {error.networkError.message}
        </details>
      ) : null}
    </div>
  );
}

export function ForbiddenState() {
  const { t } = useTranslation('ui');
  return <Statement title={t('forbidden.title')}>{t('forbidden.body')}</Statement>;
}

export function NotFoundState() {
  const { t } = useTranslation('ui');
  return <Statement title={t('notFound.title')}>{t('notFound.body')}</Statement>;
}

/** `extensions.code` of the first GraphQL error, e.g. UNAUTHENTICATED or FORBIDDEN. */
export function errorCode(error: ReadingError | undefined): string | undefined {
  const code = error?.graphQLErrors?.[0]?.extensions?.['code'];
  return typeof code === 'string' ? code : undefined;
}

function Statement({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="tz-state" role="alert">
      <p className="tz-state-title">{title}</p>
      <p className="tz-state-body">{children}</p>
    </div>
  );
}
