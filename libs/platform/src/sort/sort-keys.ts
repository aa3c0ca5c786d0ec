import { pinyin } from 'pinyin-pro';

/** How many digits a number has in a sort key; of a longer one the last count. */
const DIGITS = 12;
/** How many characters of a text decide its place; what begins alike for so long is sorted by id. */
const DECIDING = 64;
/** Comes after every letter and digit: a text in Chinese follows those in letters. */
const CHINESE = '~';
/** A number of the text, but not the tone that follows a syllable. */
const NUMBER = /(?<!~[a-z]*)[0-9]+/g;

/** A text that sorts by its bytes as people sort it: 1.2 before 1.10. `natural_sort_key` of the database says the same. */
export const naturalSortKey = (text: string): string => text.replaceAll(/[0-9]+/g, padded);

const padded = (digits: string) => digits.padStart(DIGITS, '0').slice(-DIGITS);

/**
 * A text that sorts by its bytes as Chinese is sorted: by syllable, tone and character, numbers as
 * numbers, whatever the case and width of letters. How a character is read follows from the words
 * that it is in (重庆 is chóng, 重要 zhòng).
 */
export function pinyinSortKey(text: string): string {
  const plain = text.normalize('NFKC').trim().toLowerCase().replaceAll(CHINESE, '-');
  const characters = [...plain].slice(0, DECIDING).join('');
  // A character that stands in no dictionary comes back as it is.
  return pinyin(characters, { type: 'all', toneType: 'num', nonZh: 'spaced', v: true })
    .map(({ origin, pinyin, isZh }) => (isZh ? `${CHINESE}${pinyin}${origin}` : origin))
    .join('')
    .replaceAll(NUMBER, padded);
}
