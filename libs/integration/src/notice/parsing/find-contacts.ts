import { nextBreak, toSource, type FlowText } from './flow-text.ts';
import type { ContactKind, NoticeContact } from './notice.type.ts';
import { BREAK } from './skip-markup.ts';

const PHONE_NUMBER =
  /(?:(?:\+?86-?)?(?:（0\d{2,3}）|0\d{2,3})-?\d{7,8}(?:-\d{1,6}|转\d{1,6})?|1[3-9]\d{9}|(?<!\d)\d{7,8}(?!\d)|(?<!\d)12\d{3}(?!\d)|400-?\d{3}-?\d{4})/g;
const LABELS: readonly { readonly kind: ContactKind; readonly pattern: RegExp }[] = [
  { kind: 'FAX', pattern: /传真(?:号码)?[：:]?/g },
  {
    kind: 'PHONE',
    pattern: /(?:电话|手机|座机|热线|联系方式)(?:号码)?(?:（[^（）]{1,20}）)?[为是]?[：:]?/g,
  },
  { kind: 'POSTCODE', pattern: /(?:邮政编码|邮编)[为是]?[：:]?/g },
  {
    kind: 'ADDRESS',
    pattern:
      /(?:(?:通讯|通信|联系|邮寄|来信|来访|办公|信件|收信|投递)地址|来信来访|邮政信箱|地址)(?:[为是]?[：:])?/g,
  },
];
const EMAIL =
  /[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,62}){1,4}/g;
const NEXT_LABEL =
  /[。；]|，?(?:邮政编码|邮编|联系电话|电话|传真|电子邮[箱件]|联系人|收信人|邮箱|信封)|（(?:请|信封|邮编|邮政编码)/;

/** Finds phones, faxes, e-mail and postal addresses and postcodes behind their labels. */
export function findContacts(flow: FlowText): NoticeContact[] {
  const contacts: NoticeContact[] = [];
  const add = (kind: ContactKind, start: number, end: number): void => {
    const source = toSource(flow, start, end);
    const isKnown = contacts.some((contact) => contact.source.start === source.start);
    if (end > start && !isKnown) contacts.push({ kind, value: toValue(flow, start, end), source });
  };
  for (const { kind, pattern } of LABELS) {
    for (const found of flow.match.matchAll(pattern)) {
      const from = found.index + found[0].length;
      if (contacts.length >= 200) break;
      if (kind === 'ADDRESS' && !isLabel(flow, from)) continue;
      if (kind === 'ADDRESS') addAddress(flow, from, add);
      else if (kind === 'POSTCODE') addPostcode(flow, from, add);
      else addNumbers(flow, kind, from, add);
    }
  }
  for (const found of flow.match.matchAll(EMAIL)) {
    if (contacts.length >= 200) break;
    add('EMAIL', found.index, found.index + found[0].length);
  }
  return contacts.sort((a, b) => a.source.start - b.source.start);
}

/** 邮政信箱：… or 邮政信箱 …; the word within a sentence announces nothing. */
function isLabel(flow: FlowText, from: number): boolean {
  const isSetApart = (flow.starts[from] ?? 0) > (flow.ends[from - 1] ?? 0);
  return isSetApart || '：:'.includes(flow.match[from - 1] ?? '-');
}

type Add = (kind: ContactKind, start: number, end: number) => void;

/** All numbers behind the label, as in 电话：021-1234567、7654321（工作日）. */
function addNumbers(flow: FlowText, kind: ContactKind, from: number, add: Add): void {
  let at = from;
  for (let count = 0; count < 4; count += 1) {
    const behind = flow.match.slice(at, at + 40);
    const found = [...behind.matchAll(PHONE_NUMBER)][0];
    const isNext =
      found && (found.index === 0 || /^[、，/；或（）-]{0,2}$/.test(behind.slice(0, found.index)));
    if (!found || !isNext) return;
    const end = at + found.index + found[0].length;
    // 电话：1234567，1234568（传真）: the remark behind a number says more than the label before it.
    const isFax = /^（(?:兼)?传真）/.test(flow.match.slice(end, end + 5));
    add(isFax ? 'FAX' : kind, at + found.index, end);
    at = isFax ? end + flow.match.slice(end).indexOf('）') + 1 : end;
  }
}

function addPostcode(flow: FlowText, from: number, add: Add): void {
  if (/^\d{6}(?!\d)/.test(flow.match.slice(from, from + 7))) add('POSTCODE', from, from + 6);
}

function addAddress(flow: FlowText, from: number, add: Add): void {
  const limit = nextBreak(flow, from, Math.min(flow.match.length, from + 100), BREAK.LINE);
  const written = flow.match.slice(from, limit);
  const cut = written.search(NEXT_LABEL);
  let end = cut === -1 ? limit : from + cut;
  while (end > from && '，（、 '.includes(flow.match[end - 1] ?? '-')) end -= 1;
  add('ADDRESS', from, end);
}

/** The value as written, spaces inside kept single: 莘北路 525 号. */
function toValue(flow: FlowText, start: number, end: number): string {
  const { start: from, end: to } = toSource(flow, start, end);
  const written = flow.original
    .slice(from, to)
    .replace(/[\r\n\f]+[ \t]*/g, '')
    .replace(/\s+/g, ' ');
  return /[<*&]/.test(written) ? flow.shown.slice(start, end) : written.trim();
}
