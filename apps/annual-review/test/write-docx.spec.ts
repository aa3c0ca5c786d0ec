import JSZip from 'jszip';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'node-html-parser';
import { writeDocx } from '../src/write-docx/write-docx.ts';
import { fixtureReview } from './fixture-review.ts';

let zip: JSZip;
let document: string;

beforeAll(async () => {
  zip = await JSZip.loadAsync(await writeDocx(fixtureReview()));
  document = await part('word/document.xml');
});
const part = async (name: string) => (await zip.file(name)?.async('string')) ?? '';

/** Depth-first check of tags: what a conforming XML parser would refuse for nesting or stray signs. */
function checkWellFormed(xml: string): void {
  const open: string[] = [];
  const rest = xml
    .replace(/<\?[^>]*\?>/g, '')
    .replace(
      /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g,
      (_all, close: string, name: string, _attributes, empty: string) => {
        if (close) expect(open.pop()).toBe(name);
        else if (!empty) open.push(name);
        return '';
      },
    );
  expect(open).toEqual([]);
  expect(rest).not.toContain('<');
  expect(rest.replace(/&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);/gi, '')).not.toContain('&');
}

test('every part is well-formed XML', async () => {
  for (const name of Object.keys(zip.files).filter((file) => /\.(?:xml|rels)$/.test(file))) {
    checkWellFormed(await part(name));
  }
});

test('the report’s pages have the GB/T 9704 block: A4, 156 × 225 mm, 22 lines', () => {
  const [page] = /<w:sectPr.*?<\/w:sectPr>/s.exec(document) ?? [''];
  expect(page).toContain('<w:pgSz w:w="11906" w:h="16838"');
  const margin = Object.fromEntries(
    [...page.matchAll(/w:(top|right|bottom|left)="(\d+)"/g)].map(([, side, size]) => [
      side,
      Number(size),
    ]),
  );
  const millimetres = (twips: number) => (twips / 1440) * 25.4;
  expect(millimetres(11906 - (margin['left'] ?? 0) - (margin['right'] ?? 0))).toBeCloseTo(156, 1);
  expect(millimetres(16838 - (margin['top'] ?? 0) - (margin['bottom'] ?? 0))).toBeCloseTo(225, 1);
  expect(millimetres(margin['top'] ?? 0)).toBeCloseTo(37, 1);
  expect(millimetres(margin['left'] ?? 0)).toBeCloseTo(28, 1);
  const pitch = Number(/w:linePitch="(\d+)"/.exec(page)?.[1]);
  expect(Math.floor((16838 - (margin['top'] ?? 0) - (margin['bottom'] ?? 0)) / pitch)).toBe(22);
  // 28 characters of 16 pt, each drawn in by a quarter point.
  expect(28 * (16 - 0.25)).toBeLessThanOrEqual((156 / 25.4) * 72);
  expect(28 * (16 - 0.25)).toBeGreaterThan((156 / 25.4) * 72 - 16);
});

test('the schedule stands on landscape pages behind the report', () => {
  const pages = [...document.matchAll(/<w:pgSz ([^/]*)\/>/g)].map(([, attributes]) => attributes);
  expect(pages).toHaveLength(2);
  expect(pages[1]).toContain('w:w="16838" w:h="11906" w:orient="landscape"');
});

test('faces and sizes are those of the standard, with alternatives for machines that lack them', async () => {
  const styles = await part('word/styles.xml');
  expect(styles).toMatch(/<w:rPrDefault>.*w:eastAsia="仿宋_GB2312".*<w:sz w:val="32"\/>/s);
  for (const face of ['方正小标宋简体', '黑体', '楷体_GB2312', '仿宋_GB2312'])
    expect(document).toContain(`w:eastAsia="${face}"`);
  expect(document).toContain('<w:sz w:val="44"/>');
  expect(await part('word/fontTable.xml')).toMatch(
    /w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong/,
  );
});

test('page numbers stand outside: right on odd pages, left on even ones', async () => {
  expect(await part('word/settings.xml')).toContain('<w:evenAndOddHeaders');
  const footers = await Promise.all(
    Object.keys(zip.files)
      .filter((name) => /footer\d*\.xml$/.test(name))
      .map(part),
  );
  expect(footers.every((footer) => footer.includes('— ') && footer.includes('PAGE'))).toBe(true);
  expect(footers.map((footer) => /<w:jc w:val="(\w+)"/.exec(footer)?.[1]).sort()).toEqual([
    'left',
    'left',
    'right',
    'right',
  ]);
});

test('texts arrive whole, with rare characters and signs escaped', () => {
  const text = parse(document).text;
  expect(text).toContain('朱镕喆（副局长）、堃昇');
  expect(document).toContain('&lt;script&gt;');
  expect(document).not.toContain('<script');
  expect(text).toContain('演示数据 / Demonstration data');
});

test('heads repeat over the pages and cells keep a distance from their borders', () => {
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(3);
  expect(document).toMatch(/<w:tcMar>/);
});
