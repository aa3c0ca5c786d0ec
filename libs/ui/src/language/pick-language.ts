import type { Language } from './resources.type.ts';

/**
 * The half of a hub message that the reader wants. The hub writes messages as "中文 / English"; the first
 * " / " with Chinese before it and none after it parts them. A message in one language comes back whole.
 */
export function pickLanguage(message: string, language: Language): string {
  const separator = ' / ';
  for (let at = message.indexOf(separator); at >= 0; at = message.indexOf(separator, at + 1)) {
    const chinese = message.slice(0, at);
    const english = message.slice(at + separator.length);
    if (hasChinese(chinese) && !startsChinese(english)) {
      return (language === 'zh' ? chinese : english).trim();
    }
  }
  return message;
}

function hasChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

// An English half may quote a Chinese title, so only its beginning decides.
function startsChinese(text: string): boolean {
  return /^[\s《“"'「]*\p{Script=Han}/u.test(text);
}
