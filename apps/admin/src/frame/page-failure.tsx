import { ErrorState } from '@taizhang/ui';
import { useRouteError } from 'react-router';

/** A page broke, or its chunk did not load, as happens after a release: loading the page anew gets the new one. */
export function PageFailure() {
  const error = useRouteError();
  const reason = error instanceof Error ? error : new Error(String(error));
  return (
    <ErrorState
      error={{ message: reason.message, networkError: reason }}
      onRetry={() => window.location.reload()}
    />
  );
}
