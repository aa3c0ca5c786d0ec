import { describe, expect, it } from 'vitest';
import { citeText, type Citation } from './cite-text.ts';

const cite = (start: number, end: number, kind: Citation['kind']): Citation => ({
  start,
  end,
  kind,
  label: kind,
  itemId: null,
});
const cut = (text: string, citations: Citation[]) =>
  citeText(text, citations).map(({ text: words, citation }) => `${words}:${citation?.kind ?? ''}`);

describe('a notice cut where citations begin and end', () => {
  it('loses no character, whatever is cited', () => {
    const text = '前言。问题一，措施甲。结语';
    const citations = [cite(3, 11, 'item'), cite(7, 10, 'measure'), cite(-1, 99, 'area')];
    expect(
      citeText(text, citations)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });

  it('gives overlapping words to the shortest citation', () => {
    expect(cut('abcdef', [cite(1, 5, 'item'), cite(2, 4, 'measure')])).toEqual([
      'a:',
      'b:item',
      'cd:measure',
      'e:item',
      'f:',
    ]);
  });

  it('leaves a citation out that the text cannot hold', () => {
    expect(cut('abc', [cite(2, 9, 'item'), cite(2, 2, 'item')])).toEqual(['abc:']);
  });
});
