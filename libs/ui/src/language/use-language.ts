import { useTranslation } from 'react-i18next';
import { languageStorageKey } from './create-language.ts';
import { pickLanguage } from './pick-language.ts';
import type { Language } from './resources.type.ts';

export interface LanguageState {
  language: Language;
  /** Switches every text at once and remembers it for the next visit. */
  setLanguage(language: Language): void;
  /** The current language's half of a hub text such as "中文 / English". */
  pick(text: string): string;
}

export function useLanguage(): LanguageState {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  return {
    language,
    pick: (text) => pickLanguage(text, language),
    setLanguage(next) {
      localStorage.setItem(languageStorageKey, next);
      void i18n.changeLanguage(next);
    },
  };
}
