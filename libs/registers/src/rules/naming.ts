import { bilingual, type BilingualText } from '@taizhang/platform/rules';

/** A text about something that a definition names in one language or in both: each half has its name in that language. */
export function naming(
  label: string,
  chinese: (name: string) => string,
  english: (name: string) => string,
): BilingualText {
  const [zh = label, en = zh] = label.split(' / ');
  return bilingual(chinese(zh), english(en));
}
