import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { summarize, itemsOf } from '../src/review/summarize.ts';
import { writeHtml } from '../src/write-html/write-html.ts';
import { writeJson } from '../src/write-json.ts';
import { fixtureReview } from './fixture-review.ts';

const review = fixtureReview();
const html = writeHtml(review).toString();
const page = parse(html);

test('the page runs no script, loads nothing and shows markup as text', () => {
  expect(page.querySelectorAll('script, link, img, iframe, object, a')).toEqual([]);
  expect(html).not.toMatch(/<[^>]+\son\w+=/i);
  expect(html).not.toMatch(/url\(|@import|https?:/);
  expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain(
    "default-src 'none'",
  );
  expect(html).toContain('&lt;script&gt;alert(&quot;整改&quot;)&lt;/script&gt;');
});

test('it says everything, as headings and tables that a reader can walk', () => {
  for (const item of review.rounds.flatMap(itemsOf)) expect(page.text).toContain(item.title);
  expect(page.querySelectorAll('h1')).toHaveLength(1);
  expect(page.querySelectorAll('h4')).toHaveLength(11);
  expect(page.querySelector('.mark')?.text).toBe('演示数据 / Demonstration data');
  expect(page.querySelectorAll('.rows tbody tr:not(.area)')).toHaveLength(11);
  expect(page.querySelector('html')?.getAttribute('lang')).toBe('zh-CN');
});

test('the JSON is the model and its figures', () => {
  const { figures, ...model } = JSON.parse(writeJson(review).toString()) as Record<string, unknown>;
  expect(model).toEqual(review);
  expect(figures).toEqual(summarize(review));
  expect(model['schema']).toBe('taizhang.annual-review/1');
});

test('the same ledger gives the same bytes', () => {
  expect(writeHtml(fixtureReview()).equals(writeHtml(fixtureReview()))).toBe(true);
  expect(writeJson(fixtureReview()).equals(writeJson(fixtureReview()))).toBe(true);
});
