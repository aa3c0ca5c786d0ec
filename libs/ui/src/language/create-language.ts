import { TERMS } from '@taizhang/client/terms';
import i18next, { type i18n, type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language, TermTexts } from './resources.type.ts';
import { uiChinese } from './ui-chinese.ts';
import { uiEnglish } from './ui-english.ts';

export const languageStorageKey = 'taizhang.language';

/** An app's own text: one object a namespace and language. */
export type AppText = Record<string, Record<Language, ResourceLanguage[string]>>;

/**
 * The text of an app: the shared namespaces `ui` and `terms` and the app's own. Chinese unless the viewer
 * once chose English. Pass the result to `LanguageProvider`.
 */
export function createLanguage(
  appText: AppText = {},
  language: Language = rememberedLanguage(),
): i18n {
  const instance = i18next.createInstance();
  const zh: ResourceLanguage = { ui: uiChinese, terms: termsIn('zh') };
  const en: ResourceLanguage = { ui: uiEnglish, terms: termsIn('en') };
  for (const [namespace, text] of Object.entries(appText)) {
    zh[namespace] = text.zh;
    en[namespace] = text.en;
  }
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    defaultNS: 'ui',
    resources: { zh, en },
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return instance;
}

export function rememberedLanguage(): Language {
  return localStorage.getItem(languageStorageKey) === 'en' ? 'en' : 'zh';
}

/** What every value of the schema's enums is called in one language. */
function termsIn(language: Language): TermTexts {
  return Object.fromEntries(
    Object.entries(TERMS).map(([kind, values]) => [
      kind,
      Object.fromEntries(Object.entries(values).map(([value, term]) => [value, term[language]])),
    ]),
  ) as TermTexts;
}
