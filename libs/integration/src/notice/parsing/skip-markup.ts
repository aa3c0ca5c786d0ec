/** What stands between two signs of a sentence: nothing, a table cell, a line, a paragraph or page. */
export const BREAK = { NONE: 0, CELL: 1, LINE: 2, PARAGRAPH: 3 } as const;
export type BreakStrength = (typeof BREAK)[keyof typeof BREAK];

/** A stretch that carries no sentence text: `end` is where to read on, `sign` what it stands for. */
export interface SkippedMarkup {
  readonly end: number;
  readonly breakStrength: BreakStrength;
  readonly sign: string;
}

const TAG = /<(?:!--[^]{0,2000}?--|\/?([a-zA-Z][a-zA-Z0-9]{0,15})(?:[\s/][^<>]{0,300})?)>/y;
const ENTITY = /&(?:#(\d{1,6})|#x([0-9a-fA-F]{1,5})|([a-zA-Z]{2,8}));/y;
const EMPHASIS = /\*{2,}|_{2,}|~{2,}/y;
/** A script left in a text is skipped up to this length; a lost closing tag must not cost the notice. */
const LONGEST_SCRIPT = 5000;
const LINE_TAGS = new Set(['br', 'p', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const TABLE_TAGS = new Set(['tr', 'table', 'tbody', 'thead', 'section', 'article', 'hr']);
const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  amp: '&',
  lt: '〈',
  gt: '〉',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '《',
  raquo: '》',
  middot: '·',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  times: '×',
};

/** Recognizes tags, entities and bold marks that were left in the text; null when none starts here. */
export function skipMarkup(text: string, at: number): SkippedMarkup | null {
  const sign = text[at];
  if (sign === '<') return skipTag(text, at);
  if (sign === '&') return skipEntity(text, at);
  if (sign === '*' || sign === '_' || sign === '~') {
    EMPHASIS.lastIndex = at;
    const found = EMPHASIS.exec(text);
    return found && { end: at + found[0].length, breakStrength: BREAK.NONE, sign: '' };
  }
  return null;
}

function skipTag(text: string, at: number): SkippedMarkup | null {
  TAG.lastIndex = at;
  const found = TAG.exec(text);
  if (!found) return null;
  const name = (found[1] ?? '').toLowerCase();
  if ((name === 'script' || name === 'style') && found[0][1] !== '/') {
    const rest = text.slice(at, at + LONGEST_SCRIPT);
    const close = rest.indexOf(`</${name}`);
    if (close > 0) return { end: at + close, breakStrength: BREAK.LINE, sign: '' };
  }
  const end = at + found[0].length;
  if (name === 'td' || name === 'th') return { end, breakStrength: BREAK.CELL, sign: '' };
  const isLine = LINE_TAGS.has(name) || TABLE_TAGS.has(name);
  return { end, breakStrength: isLine ? BREAK.LINE : BREAK.NONE, sign: '' };
}

function skipEntity(text: string, at: number): SkippedMarkup | null {
  ENTITY.lastIndex = at;
  const found = ENTITY.exec(text);
  if (!found) return null;
  const end = at + found[0].length;
  const [, decimal, hexadecimal, name] = found;
  const code = decimal ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : null;
  const sign = code !== null ? String.fromCharCode(code & 0xffff) : NAMED_ENTITIES[name ?? ''];
  return sign === undefined ? null : { end, breakStrength: BREAK.NONE, sign };
}
