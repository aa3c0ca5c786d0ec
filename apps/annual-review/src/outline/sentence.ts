/** One line: line breaks and runs of blanks go, a blank between two Latin words stays. */
export function singleLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\u2e80-\u9fff\uff00-\uffef]) | (?=[\u2e80-\u9fff\uff00-\uffef])/g, '')
    .trim();
}

/** The text without closing punctuation, so that a sentence can go on or end once. */
export function withoutEnd(text: string): string {
  return text.replace(/[。；，、;,.\s]+$/, '');
}
