import { useTranslation } from 'react-i18next';
import { languageStorageKey } from './create-language.ts';
import type { Language } from './resources.type.ts';

export interface LanguageState {
  language: Language;
  /** Switches every text at once and remembers it for the next visit. */
  setLanguage(language: Language): void;
}

export function useLanguage(): LanguageState {
  const { i18n } = useTranslation();
  return {
    language: i18n.language === 'en' ? 'en' : 'zh',
    setLanguage(language) {
      localStorage.setItem(languageStorageKey, language);
      void i18n.changeLanguage(language);
    },
  };
}
