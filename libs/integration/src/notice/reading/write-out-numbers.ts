/** One level of a Word list: how its number is written. */
interface ListLevel {
  readonly format: string;
  /** Such as （%1） or %1.%2 */
  readonly pattern: string;
  readonly start: number;
}

const DIGITS = '零一二三四五六七八九';

/**
 * Word keeps automatic numbers (一、 （一） 1.) outside the text, so a notice numbered that way would
 * lose its structure. Writes each number as text at the start of its paragraph in `document.xml`.
 */
export function writeOutNumbers(document: string, numbering: string, styles: string): string {
  if (!numbering) return document;
  const lists = readLists(numbering);
  const styleLists = readStyleLists(styles);
  const counters = new Map<string, number[]>();
  const parts: string[] = [];
  let copied = 0;
  for (const { start, end, content } of findElements(document, '<w:pPr>', '</w:pPr>')) {
    if (!opensParagraph(document, start)) continue;
    const number = nextNumber(content, lists, styleLists, counters);
    if (number === null) continue;
    parts.push(document.slice(copied, end), `<w:r><w:t xml:space="preserve">${number}</w:t></w:r>`);
    copied = end;
  }
  return parts.join('') + document.slice(copied);
}

type ListPlaces = ReadonlyMap<string, { listId: string; depth: number }>;

function nextNumber(
  properties: string,
  lists: ReadonlyMap<string, ListLevel[]>,
  styleLists: ListPlaces,
  counters: Map<string, number[]>,
): string | null {
  const place = placeOf(properties, styleLists);
  const levels = place && lists.get(place.listId);
  const level = levels?.[place?.depth ?? 0];
  if (!place || !levels || !level || /^(?:bullet|none)$/.test(level.format)) return null;
  const counter = counters.get(place.listId) ?? [];
  counter[place.depth] = (counter[place.depth] ?? level.start - 1) + 1;
  counter.length = place.depth + 1;
  counters.set(place.listId, counter);
  return writeNumber(levels, counter, level);
}

/** pPr also stands inside styles and change marks; only one right behind <w:p …> heads a paragraph. */
function opensParagraph(document: string, at: number): boolean {
  const tag = document.slice(Math.max(0, document.lastIndexOf('<', at - 1)), at).trimEnd();
  return /^<w:p(?: [^>]*)?>$/.test(tag);
}

interface FoundElement {
  readonly start: number;
  readonly end: number;
  readonly content: string;
}

/** Elements between an opening and the next closing mark; linear also when closing marks are missing. */
function* findElements(xml: string, opening: string, closing: string): Generator<FoundElement> {
  let start = xml.indexOf(opening);
  while (start !== -1) {
    const close = xml.indexOf(closing, start);
    if (close === -1) return;
    const end = close + closing.length;
    yield { start, end, content: xml.slice(start, end) };
    start = xml.indexOf(opening, end);
  }
}

function placeOf(
  properties: string,
  styleLists: ListPlaces,
): { listId: string; depth: number } | null {
  const listId = /<w:numId w:val="(\d+)"/.exec(properties)?.[1];
  const depth = Number(/<w:ilvl w:val="(\d)"/.exec(properties)?.[1] ?? 0);
  if (listId !== undefined) return listId === '0' ? null : { listId, depth };
  const style = /<w:pStyle w:val="([^"]+)"/.exec(properties)?.[1];
  return (style !== undefined && styleLists.get(style)) || null;
}

function readLists(numbering: string): Map<string, ListLevel[]> {
  const abstracts = new Map<string, ListLevel[]>();
  for (const found of findElements(numbering, '<w:abstractNum ', '</w:abstractNum>')) {
    const levels: ListLevel[] = [];
    for (const { content } of findElements(found.content, '<w:lvl ', '</w:lvl>')) {
      const depth = Number(/w:ilvl="(\d)"/.exec(content)?.[1] ?? 0);
      levels[depth] = {
        format: /<w:numFmt w:val="([^"]+)"/.exec(content)?.[1] ?? 'decimal',
        pattern: /<w:lvlText w:val="([^"]*)"/.exec(content)?.[1] ?? '%1.',
        start: Number(/<w:start w:val="(\d+)"/.exec(content)?.[1] ?? 1),
      };
    }
    abstracts.set(/w:abstractNumId="(\d+)"/.exec(found.content)?.[1] ?? '', levels);
  }
  const lists = new Map<string, ListLevel[]>();
  for (const { content } of findElements(numbering, '<w:num ', '</w:num>')) {
    const abstract = /<w:abstractNumId w:val="(\d+)"/.exec(content)?.[1];
    const levels = abstract === undefined ? undefined : abstracts.get(abstract);
    if (levels) lists.set(/w:numId="(\d+)"/.exec(content)?.[1] ?? '', levels);
  }
  return lists;
}

function readStyleLists(styles: string): Map<string, { listId: string; depth: number }> {
  const places = new Map<string, { listId: string; depth: number }>();
  for (const { content } of findElements(styles, '<w:style ', '</w:style>')) {
    const listId = /<w:numId w:val="(\d+)"/.exec(content)?.[1];
    const depth = Number(/<w:ilvl w:val="(\d)"/.exec(content)?.[1] ?? 0);
    const style = /w:styleId="([^"]+)"/.exec(content)?.[1];
    if (style && listId !== undefined && listId !== '0') places.set(style, { listId, depth });
  }
  return places;
}

function writeNumber(
  levels: readonly ListLevel[],
  counter: readonly number[],
  own: ListLevel,
): string {
  return own.pattern.replace(/%(\d)/g, (_, digit: string) => {
    const depth = Number(digit) - 1;
    return formatNumber(
      counter[depth] ?? levels[depth]?.start ?? 1,
      levels[depth]?.format ?? 'decimal',
    );
  });
}

function formatNumber(value: number, format: string): string {
  if (/chinese|ideograph|japaneseCounting|taiwanese/i.test(format)) return toChinese(value);
  if (/decimalEnclosedCircle/i.test(format) && value <= 20)
    return String.fromCodePoint(0x245f + value);
  return String(value);
}

function toChinese(value: number): string {
  if (value >= 100) return String(value);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const head = tens === 0 ? '' : `${tens > 1 ? DIGITS[tens] : ''}十`;
  return head + (ones > 0 || tens === 0 ? DIGITS[ones] : '');
}
