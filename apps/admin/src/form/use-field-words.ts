import type { FieldWords } from '@taizhang/platform/rules';
import type { TermKind } from '@taizhang/client/terms';
import { useTerm } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';

/** The words in which values of described fields are shown. */
export function useFieldWords(): FieldWords {
  const { t } = useTranslation('admin');
  const term = useTerm();
  return {
    term: (name, value) => term(name as TermKind, value),
    yes: t('common.yes'),
    no: t('common.no'),
  };
}
