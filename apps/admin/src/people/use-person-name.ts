import { useLanguage } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';

/** A person as records name them. */
export interface NamedPerson {
  displayName: string;
  isDisabled: boolean;
}

/** How a record shows who is named by it: whoever was disabled since is marked as such. */
export function usePersonName() {
  const { t } = useTranslation('admin');
  const { language } = useLanguage();
  return (person: NamedPerson | null | undefined): string | null => {
    if (!person?.isDisabled) return person?.displayName ?? null;
    const disabled = t('people.disabled');
    return language === 'zh'
      ? `${person.displayName}（${disabled}）`
      : `${person.displayName} (${disabled.toLowerCase()})`;
  };
}
