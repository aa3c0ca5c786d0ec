import { describe, expect, it } from 'vitest';
import { cutWords } from './cut-words.ts';
import { markText } from './mark-text.ts';
import { readQuery } from './read-query.ts';
import { writeVector } from './write-vector.ts';

const lexemesOf = (text: string) =>
  [...writeVector([{ text, weight: 'A' }]).matchAll(/'([^']+)'/g)].map((match) => match[1]);
const isWellFormed = (text: string) => text.isWellFormed();
const partsMarked = (text: string, typed: string) => {
  const marked = markText(text, readQuery(typed)!.needles);
  return marked && marked.ranges.map(({ start, end }) => marked.text.slice(start, end));
};

describe('the words of a text', () => {
  it.each([
    ['双周报制度', '双周报'],
    ['三重一大决策', '三重一大'],
    ['开展回头看检查', '回头看'],
    ['第一议题学习', '第一议题'],
  ])('%s keeps %s whole', (text, word) => {
    expect(cutWords(text)).toContain(word);
    expect(lexemesOf(text)).toContain(word);
  });

  it('every pair of neighbours is kept, and the last character', () => {
    expect(lexemesOf('鸬鹚捕鱼')).toEqual(expect.arrayContaining(['鸬鹚', '鹚捕', '捕鱼', '鱼']));
  });

  it('a character of two units is one: in one place, and never cut', () => {
    expect(writeVector([{ text: '在𠮷野家', weight: 'A' }])).toMatch(/'𠮷野':2/);
    for (const text of ['𠮷', '𠮷𠮷𠮷', '一𠮷', '𠮷野家与𡈽屋', '😀文化😀', 'a𠮷1.2-𐍈'])
      for (const lexeme of lexemesOf(text)) expect(lexeme).toSatisfy(isWellFormed);
    const vector = writeVector([
      { text: '𠮷野', weight: 'A' },
      { text: '公共', weight: 'B' },
    ]);
    expect(vector).toContain("'公共':11B");
  });

  it('a code is known by each of its ends', () => {
    expect(lexemesOf('MH-WL-2024-1.2')).toEqual([
      'mh-wl-2024-1.2',
      'wl-2024-1.2',
      '2024-1.2',
      '1.2',
      '2',
    ]);
  });

  it.each(['2025年3月12日', '2025-03-12', '2025.3.12', '２０２５／３／１２'])(
    '%s is the same day',
    (day) => expect(lexemesOf(day)).toContain('2025/03月12日'),
  );

  it('a code is no day', () => {
    expect(lexemesOf('WL-2024-1.2').join()).not.toContain('月');
  });

  it('places of one field never reach into the next', () => {
    const vector = writeVector([
      { text: '旅游', weight: 'A' },
      { text: '公共', weight: 'B' },
    ]);
    expect(vector).toBe("'旅游':1A '游':2 '公共':11B '共':12");
  });

  it('a text without end is cut where PostgreSQL stops counting', () => {
    const places = [
      ...writeVector([{ text: '文化'.repeat(50_000), weight: 'C' }]).matchAll(/\d+/g),
    ];
    expect(Math.max(...places.map(Number))).toBeLessThanOrEqual(16_383);
  });
});

describe('what is typed', () => {
  it.each([
    ['旅游 文化', "'旅游' & '文化'"],
    ['文', "'文':*"],
    ['"小型工程施工"', "('小型' <2> '工程' <2> '施工')"],
    ['"三重一"', "('三重' <1> '重一')"],
    ['〔2024〕12号', "'2024/12号'"],
    ['2025年3月', "'2025/03月'"],
    ["a' | !b", "'a' & ('b' | 'b':*)"],
    ['𠮷', "'𠮷':*"],
    ['"𠮷野家"', "('𠮷野' <1> '野家')"],
    ['"𠮷 文化"', "('𠮷':* <2> '文化')"],
    ['党组织的建设', "('党组织' | ('党组' <1> '组织')) & '建设'"],
  ])('%s is read as %s', (typed, tsquery) => {
    expect(readQuery(typed)?.tsquery).toBe(tsquery);
  });

  it.each(['', ' ', '()&|!', '""', '——'])('“%s” says nothing', (typed) => {
    expect(readQuery(typed)).toBeNull();
  });

  it('counts no more words than are worth it', () => {
    expect(readQuery('文化 '.repeat(40))?.needles).toHaveLength(16);
  });
});

describe('marks', () => {
  it.each<[string, string, string[] | null]>([
    ['公共文化服务', '文化', ['文化']],
    ['ＡＢＣ级景区', 'abc', ['ＡＢＣ']],
    ['印发于2025年3月12日。', '2025-03-12', ['2025年3月12日']],
    ['闵文旅〔2024〕12号', '闵文旅[2024]12号', ['闵文旅〔2024〕12号']],
    ['xab', 'ab', null],
    ['没有', '文化', null],
    ['𠮷野家文化', '文化', ['文化']],
    ['在𠮷野家', '𠮷', ['𠮷']],
    ['在𠮷野家', '𠮷野家', ['𠮷野家']],
  ])('in %s for %s are %j', (text, typed, parts) => {
    expect(partsMarked(text, typed)).toEqual(parts);
  });

  it('of a long text show the part around the first', () => {
    const text = `${'前'.repeat(500)}鸬鹚${'后'.repeat(500)}`;
    const marked = markText(text, readQuery('鸬鹚')!.needles)!;
    expect(marked.text.length).toBeLessThan(170);
    expect(marked.ranges.map(({ start, end }) => marked.text.slice(start, end))).toEqual(['鸬鹚']);
  });
});
