const CJK = /[\u2e80-\u9fff\uff00-\uffef]/;

/** One line: a line break or control sign goes, or becomes a blank between two Latin words. Blanks stay as they are. */
export function singleLine(text: string): string {
  return text
    .replace(/\s*[\p{Cc}\u2028\u2029]+\s*/gu, (run, at: number) => {
      const [before = '', after = ''] = [text[at - 1], text[at + run.length]];
      return CJK.test(before) || CJK.test(after) ? '' : ' ';
    })
    .trim();
}

/** The text without closing punctuation, so that a sentence can go on or end once. */
export function withoutEnd(text: string): string {
  return text.replace(/[。；，、;,.\s]+$/, '');
}
