import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildOutline } from '../src/outline/build-outline.ts';
import { itemsOf } from '../src/review/summarize.ts';
import { familyNames } from '../src/write-pdf/fonts/family-names.ts';
import { loadFonts, ROLES } from '../src/write-pdf/fonts/load-fonts.ts';
import { planVolumes } from '../src/write-pdf/plan-volumes.ts';
import { writePdf } from '../src/write-pdf/write-pdf.ts';
import { fixtureReview, largeReview } from './fixture-review.ts';

const IN_PROCESS = { fontDirectory: null, program: null };
const POINTS = 72 / 25.4;
const review = fixtureReview();
let pdf: Buffer;
let pages: string[];

beforeAll(async () => {
  pdf = await writePdf(review, IN_PROCESS);
  pages = await readPages(pdf);
});

async function readPages(file: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)));
  return text.map((page) => page.replace(/\s+/g, ''));
}

/** Glyphs of a page with their places, in points from the lower left corner. */
async function glyphLines(file: Buffer, number: number) {
  const page = await (await getDocumentProxy(new Uint8Array(file))).getPage(number);
  const { items } = await page.getTextContent();
  const rows = new Map<number, { text: string; left: number; right: number }>();
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [, , , , x, y] = item.transform as number[];
    const row = rows.get(Math.round(y ?? 0)) ?? { text: '', left: Infinity, right: 0 };
    rows.set(Math.round(y ?? 0), {
      text: row.text + item.str,
      left: Math.min(row.left, x ?? 0),
      right: Math.max(row.right, (x ?? 0) + item.width),
    });
  }
  return [...rows].map(([y, row]) => ({ y, ...row })).sort((a, b) => b.y - a.y);
}

test('says everything: titles of all items, rare characters, text that looks like markup', () => {
  const text = pages.join('');
  for (const item of review.rounds.flatMap(itemsOf)) expect(text).toContain(item.title);
  expect(text).toContain('朱镕喆（副局长）、堃昇');
  expect(text).toContain('演示数据/Demonstrationdata');
  expect(text).toContain('正文以NotoSerifSC代替');
});

test('carries its fonts', async () => {
  const document = await PDFDocument.load(pdf);
  const names: string[] = [];
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (
      !(object instanceof PDFDict) ||
      object.get(PDFName.of('Type')) !== PDFName.of('FontDescriptor')
    )
      continue;
    const isEmbedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) =>
      object.has(PDFName.of(key)),
    );
    expect(isEmbedded).toBe(true);
    names.push(String(object.get(PDFName.of('FontName'))));
  }
  expect(names.map((name) => name.replace(/^\/\w+\+/, '')).sort()).toEqual([
    'LXGWWenKai-Regular',
    'NotoSansSC-Medium',
    'NotoSerifSC-Bold',
    'NotoSerifSC-Regular',
  ]);
});

test('pages are A4, the schedule’s turned, each with its number', async () => {
  const document = await PDFDocument.load(pdf);
  const sizes = document.getPages().map((page) => page.getSize());
  const turned = sizes.findIndex(({ width, height }) => width > height);
  expect(turned).toBeGreaterThan(3);
  sizes.forEach(({ width, height }, index) => {
    const [short, long] = [Math.min(width, height), Math.max(width, height)];
    expect(short).toBeCloseTo(210 * POINTS, 1);
    expect(long).toBeCloseTo(297 * POINTS, 1);
    expect(width > height).toBe(index >= turned);
    expect(pages[index]).toContain(`—${index + 1}—`);
  });
  expect(document.getTitle()).toBe('示例区文化和旅游局2025年度巡察整改落实情况报告');
});

test('a full page has 22 lines of 28 characters in the 156 × 225 mm block', async () => {
  const [round] = review.rounds;
  if (!round) throw new Error('the fixture has a round');
  const long = structuredClone(round) as typeof round;
  const [area] = long.areas;
  const [item] = area?.items ?? [];
  if (!area || !item) throw new Error('the fixture has items');
  const measures = [{ ordinal: 1, text: '整'.repeat(28 * 60), status: 'APPROVED' as const }];
  const full = {
    ...review,
    rounds: [{ ...long, areas: [{ ...area, items: [{ ...item, measures }] }] }],
  };
  const file = await writePdf(full, IN_PROCESS);
  const texts = await readPages(file);
  const number = texts.findIndex((page) => /^整{500,}/.test(page)) + 1;
  const lines = (await glyphLines(file, number)).filter(({ text }) => text.includes('整'));
  expect(lines).toHaveLength(22);
  for (const line of lines) {
    expect(line.text).toHaveLength(28);
    expect(line.right - line.left).toBeLessThanOrEqual(156 * POINTS + 0.5);
    expect(line.right - line.left).toBeGreaterThan(155 * POINTS);
  }
  const [first, last] = [lines[0], lines.at(-1)];
  // 21 pitches between the first baseline and the last.
  expect((first?.y ?? 0) - (last?.y ?? 0)).toBeCloseTo((21 * 225 * POINTS) / 22, -0.5);
  const inner = number % 2 === 1 ? 28 : 26;
  expect(first?.left).toBeCloseTo(inner * POINTS, 0);
});

describe('volumes', () => {
  test('an ordinary ledger is set in one piece', () => {
    expect(planVolumes(buildOutline(review))).toHaveLength(1);
  });

  test('a long one is cut before items and loses none', () => {
    const outline = buildOutline(largeReview(50));
    const volumes = planVolumes(outline, 12);
    expect(volumes.flatMap(({ blocks }) => blocks)).toEqual(outline.blocks);
    const rows = volumes.flatMap(
      ({ schedule }) => schedule?.groups.flatMap((group) => group.rows) ?? [],
    );
    expect(rows.map(({ code }) => code)).toEqual(
      outline.schedule.groups.flatMap((group) => group.rows.map(({ code }) => code)),
    );
    for (const { blocks, schedule } of volumes) {
      expect(
        blocks.filter((block) => block.kind === 'heading' && block.level === 3).length,
      ).toBeLessThanOrEqual(13);
      expect(schedule?.groups.flatMap((group) => group.rows).length ?? 0).toBeLessThanOrEqual(12);
    }
  });

  test('joined volumes go on counting their pages', async () => {
    const texts = await readPages(await writePdf(largeReview(520), IN_PROCESS));
    texts.forEach((page, index) => expect(page).toContain(`—${index + 1}—`));
  });
});

describe('fonts', () => {
  test('families are read out of the files themselves', () => {
    const { blobs, faces } = loadFonts(null);
    const names = new Set(blobs.flatMap(familyNames));
    for (const role of ROLES) for (const name of faces[role]) expect(names).toContain(name);
  });

  test('a directory without official faces, or none at all, is an error and not a silent fallback', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'fonts-'));
    await expect(
      writePdf(review, { ...IN_PROCESS, fontDirectory: join(empty, 'none') }),
    ).rejects.toThrow(/无法读取字体目录.*cannot be read/);
    await expect(writePdf(review, { ...IN_PROCESS, fontDirectory: empty })).rejects.toThrow(
      /没有可识别的公文字体/,
    );
  });
});
