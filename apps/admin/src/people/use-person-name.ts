import { useLanguage } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';

/** A person as records name them. */
export interface NamedPerson {
  displayName: string;
  isDisabled: boolean;
}

/** An organization as records name it. */
interface NamedOrganization {
  name: string;
  /** Shown instead where it is read and there is one. */
  shortName?: string | null;
  isDisabled: boolean;
}

/** How a record shows who or what is named by it: what was disabled since is marked as such. */
export function usePersonName() {
  const { t } = useTranslation('admin');
  const { language } = useLanguage();
  return (named: NamedPerson | NamedOrganization | null | undefined): string | null => {
    if (!named) return null;
    const name = 'name' in named ? (named.shortName ?? named.name) : named.displayName;
    if (!named.isDisabled) return name;
    const disabled = t('people.disabled');
    return language === 'zh' ? `${name}（${disabled}）` : `${name} (${disabled.toLowerCase()})`;
  };
}
