import { Converter } from 'opencc-js/t2cn';

/**
 * One canonical form a sign, so that the grammar is written once: digits and letters half width,
 * sentence punctuation full width, every double quote ", every pair of title marks 《》, simplified characters.
 */
const FOLDED: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ';': '；',
  '!': '！',
  '?': '？',
  '．': '.',
  '｡': '。',
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
  '［': '【',
  '］': '】',
  '–': '-',
  '—': '-',
  '―': '-',
  '－': '-',
  '％': '%',
  '﹪': '%',
  '／': '/',
};
const COMMA = 0x2c;
const COLON = 0x3a;
/** CJK ideographs of the basic plane, among them all that have a simplified form there. */
const [FIRST_HAN, LAST_HAN] = [0x3400, 0x9fff];

let table: Uint16Array | null = null;

/** The form of each sign of a text, given as UTF-16 code units; as long as what it was given. */
export function foldSigns(codes: Uint16Array): Uint16Array {
  table ??= buildTable();
  const folded = new Uint16Array(codes.length);
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? 0;
    // 1,234 and 9:00 are no sentence punctuation.
    const isMark = code === COMMA || code === COLON;
    const isInNumber = isMark && isDigit(codes[at - 1] ?? 0) && isDigit(codes[at + 1] ?? 0);
    folded[at] = isInNumber ? code : (table[code] ?? code);
  }
  return folded;
}

/** Half or full width. */
export function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

function buildTable(): Uint16Array {
  const forms = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  const range = (from: number, to: number, form: (code: number) => number): void => {
    for (let code = from; code <= to; code += 1) forms[code] = form(code);
  };
  foldTraditional(forms);
  for (const [sign, form] of Object.entries(FOLDED)) forms[sign.charCodeAt(0)] = form.charCodeAt(0);
  forms[COMMA] = 0xff0c;
  forms[COLON] = 0xff1a;
  // Full-width digits, letters and @.
  for (const [from, to] of [
    [0xff10, 0xff19],
    [0xff20, 0xff3a],
    [0xff41, 0xff5a],
  ] as const)
    range(from, to, (code) => code - 0xfee0);
  // Kangxi radicals and compatibility ideographs that PDF fonts put in the place of 一, 二, 人.
  const normalize = (code: number): number => {
    const normal = String.fromCharCode(code).normalize('NFKC');
    return normal.length === 1 ? normal.charCodeAt(0) : code;
  };
  range(0x2e80, 0x2fd5, normalize);
  range(0xf900, 0xfaff, normalize);
  return forms;
}

/** Sign by sign, so that each keeps its place; what has no form of one sign stays. */
function foldTraditional(forms: Uint16Array): void {
  const signs = Array.from({ length: LAST_HAN - FIRST_HAN + 1 }, (_, index) =>
    String.fromCharCode(FIRST_HAN + index),
  );
  const simplified = Converter({ from: 't', to: 'cn' })(signs.join('\n')).split('\n');
  simplified.forEach((sign, index) => {
    if (sign.length === 1) forms[FIRST_HAN + index] = sign.charCodeAt(0);
  });
}
