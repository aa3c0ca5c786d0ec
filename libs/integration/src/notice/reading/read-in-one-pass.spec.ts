import { expect, test } from 'vitest';

import { countWork } from '../fixtures/count-work.ts';
import { buildDocx } from './build-docx.fixture.ts';
import { readNoticeBytes } from './read-notice-bytes.ts';

const SIZE = 20_000;
/** Twice as much may cost twice as much, and a little for what grows in steps. */
const MOST_GROWTH = 2.2;

const read = (bytes: Uint8Array) => readNoticeBytes(bytes).catch(() => null);
const page = (piece: string, size: number): Uint8Array =>
  Buffer.from(`<html>${piece.repeat(Math.ceil(size / piece.length))}`);

test.each([
  '<html><!--',
  '<!--',
  '<![CDATA[',
  '<!doctype ',
  '<a ',
  '<a b="',
  "<p class='x",
  '<script>',
  '<style',
  '</p>',
  '<td>',
  '<tr><td>1<td>2',
  '<table><tr><th>序号<th>问题<th>整改措施<tr><td>1<td>甲<td>乙</table>',
  '&#',
  '<p>一、整改情况</p>',
])('twice as long a page of %j costs twice as much', async (piece) => {
  const once = await countWork(() => read(page(piece, SIZE)));
  const twice = await countWork(() => read(page(piece, SIZE * 2)));
  expect(once).toBeGreaterThan(0);
  expect(twice / once).toBeLessThan(MOST_GROWTH);
});

test.each([
  [
    'paragraphs',
    (count: number) => Array.from({ length: count }, () => ({ text: '整改落实情况' })),
  ],
  [
    'numbered paragraphs',
    (count: number) => Array.from({ length: count }, () => ({ text: '整改', listDepth: 1 })),
  ],
  [
    'a table',
    (count: number) => [
      Array.from({ length: count }, () => ['1', '问题', '整改措施', '2'].map((text) => ({ text }))),
    ],
  ],
])('twice as many of %s in a Word document cost twice as much', async (_, blocks) => {
  const files = await Promise.all([500, 1000].map((count) => buildDocx(blocks(count))));
  const [once = 0, twice = 0] = [
    await countWork(() => read(files[0] ?? new Uint8Array())),
    await countWork(() => read(files[1] ?? new Uint8Array())),
  ];
  expect(twice / once).toBeLessThan(MOST_GROWTH);
});

test('the count sees what is not linear', async () => {
  const quadratic = (size: number) =>
    countWork(() => {
      const text = '<!--'.repeat(size);
      for (let at = 0; at < text.length; at += 4) text.indexOf('-->', at);
    });
  expect((await quadratic(400)) / (await quadratic(200))).toBeGreaterThan(3);
});
