/** Whether PostgreSQL can hold a text: it takes neither NUL nor half of a surrogate pair. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** Every way to end a line, those of old systems too. */
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029\v\f]/g;

/**
 * Signs that show nothing of their own: controls, zero-width and direction marks, soft hyphens,
 * fillers. What chooses the shape of the character before it (in a name's rare character, say) stays.
 */
const INVISIBLE =
  /(?![\n\t\p{Variation_Selector}])[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/**
 * The one rule for the texts that people fill in: lines end with `\n`, no sign is invisible, and
 * what looks the same is the same (NFC).
 *
 * Invisible signs are taken out rather than refused. They come along when somebody copies out of a
 * web page or a document, and nobody can correct what they cannot see; left in, two equal titles
 * differ, a search misses them and a direction mark turns a sentence around. NUL and half
 * characters are refused before (`isStorable`): they say that the text itself got broken.
 */
export const cleanText = (text: string): string =>
  text.replace(LINE_ENDS, '\n').replace(INVISIBLE, '').normalize('NFC').trim();

/** The same for a text of one line, such as a title: a line's end in it becomes a space. */
export const cleanLine = (text: string): string =>
  cleanText(text).replace(/[ \u3000]*[\n\t][\s\u3000]*/g, ' ');

/** A text as it is compared with others: half and full width, upper and lower case are the same. */
export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase();
