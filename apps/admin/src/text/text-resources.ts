import type { AppText } from '@taizhang/ui';
import { adminChinese } from './admin-chinese.ts';
import { adminEnglish } from './admin-english.ts';

export const adminText: AppText = { admin: { zh: adminChinese, en: adminEnglish } };

declare module '@taizhang/ui/resources' {
  interface TextResources {
    admin: typeof adminChinese;
  }
}
