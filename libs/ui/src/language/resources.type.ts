import type { TermKind } from '@taizhang/client/terms';
import type { uiChinese } from './ui-chinese.ts';

export type Language = 'zh' | 'en';

/** The names of every enum's values. */
export type TermTexts = Record<TermKind, Record<string, string>>;

/**
 * The same keys as the Chinese text, any words: makes a missing or surplus English key a type error.
 * Chinese has one plural form (`_other`), English adds `_one`.
 */
export type Translated<T> = {
  [K in keyof T]: T[K] extends string ? string : Translated<T[K]>;
} & { [K in keyof T as K extends `${infer Base}_other` ? `${Base}_one` : never]?: string };

/**
 * Every namespace of text that i18next knows. An app adds its own:
 * `declare module '@taizhang/ui/resources' { interface TextResources { admin: typeof adminChinese } }`
 */
export interface TextResources {
  ui: typeof uiChinese;
  terms: TermTexts;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui';
    resources: TextResources;
  }
}
