/**
 * One canonical form a sign, so that the grammar is written once: digits and letters half width,
 * sentence punctuation full width, every double quote ", every pair of title marks 《》.
 */
const FOLDED: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ';': '；',
  '!': '！',
  '?': '？',
  '．': '.',
  '｡': '。',
  '、': '、',
  '､': '、',
  '“': '"',
  '”': '"',
  '„': '"',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
  '＂': '"',
  '‘': "'",
  '’': "'",
  '≪': '《',
  '≫': '》',
  '«': '《',
  '»': '》',
  '⟪': '《',
  '⟫': '》',
  '＜': '〈',
  '＞': '〉',
  '〔': '（',
  '〕': '）',
  '–': '-',
  '—': '-',
  '―': '-',
  '－': '-',
  '％': '%',
  '﹪': '%',
};

/** `previous` and `next` keep 1,234 and 9:00 from being read as sentence punctuation. */
export function foldCharacter(sign: string, previous: string, next: string): string {
  if (sign === ',' || sign === ':') {
    if (isDigit(previous) && isDigit(next)) return sign;
    return sign === ',' ? '，' : '：';
  }
  const folded = FOLDED[sign];
  if (folded !== undefined) return folded;
  const code = sign.charCodeAt(0);
  const isWideAlphanumeric =
    (code >= 0xff10 && code <= 0xff19) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a) ||
    code === 0xff05 ||
    code === 0xff20;
  if (isWideAlphanumeric) return String.fromCharCode(code - 0xfee0);
  // Kangxi radicals and compatibility ideographs that PDF fonts put in the place of 一, 二, 人.
  if ((code >= 0x2e80 && code <= 0x2fd5) || (code >= 0xf900 && code <= 0xfaff)) {
    const normal = sign.normalize('NFKC');
    return normal.length === 1 ? normal : sign;
  }
  return sign;
}

export function isDigit(sign: string): boolean {
  return (sign >= '0' && sign <= '9') || (sign >= '０' && sign <= '９');
}
