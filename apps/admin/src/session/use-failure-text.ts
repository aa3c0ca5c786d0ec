import { useLanguage } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';

/** Why a sign-in was not answered with a result: what the hub said of it, or that it could not be reached. */
export function useFailureText(): (error: CombinedError | undefined) => string {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  return (error) => {
    const [said] = error?.graphQLErrors ?? [];
    if (said) return pick(said.message);
    return error?.networkError ? t('failure.network') : t('failure.title');
  };
}
