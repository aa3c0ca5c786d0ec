import { foldText } from '@taizhang/platform/rules';

/** A text as it is searched: each character brought to one form, with the way back to the original. */
export interface NormalText {
  text: string;
  /** For each unit of `text`, and for its end, where it came from in the original. */
  origin: readonly number[];
}

/**
 * Brings half and full width, upper and lower case to one form. Character by character, so that
 * places in the original stay known.
 */
export function normalizeText(original: string): NormalText {
  const origin: number[] = [];
  let text = '';
  let at = 0;
  for (const character of original) {
    const normal = foldText(character);
    for (let unit = 0; unit < normal.length; unit++) origin.push(at);
    text += normal;
    at += character.length;
  }
  origin.push(original.length);
  return { text, origin };
}
