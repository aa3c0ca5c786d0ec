import { useLanguage } from '@taizhang/ui';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { specOf, type OtherActionName } from './action-catalogue.ts';

/** What an action of the dialog is called: a step as its table calls it. */
export function useActionLabel() {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  return useCallback(
    (action: string): string => {
      const { words } = specOf(action);
      return words ? pick(words) : t(`actions.${action as OtherActionName}`);
    },
    [t, pick],
  );
}
