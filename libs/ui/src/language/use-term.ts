import type { TermKind } from '@taizhang/client/terms';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Names an enum value in the current language; a value newer than this build shows itself. */
export function useTerm(): (kind: TermKind, value: string) => string {
  const { i18n } = useTranslation('terms');
  const { language } = i18n;
  return useCallback(
    (kind, value) => {
      const label: unknown = i18n.getResource(language, 'terms', `${kind}.${value}`);
      return typeof label === 'string' ? label : value;
    },
    [i18n, language],
  );
}
