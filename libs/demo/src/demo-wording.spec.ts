import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planDemo } from './testing/plan-demo.ts';

/** The public notice lies beside the repository, not in it: its text is not ours to publish. */
const NOTICES = join(import.meta.dirname, '../../../../shared/notices');
const notice = readNotice();
const rows = planDemo();
/** What people wrote: the log holds all of it, and no column that is made for sorting. */
const written = { events: rows.events, contents: rows.contents };

/** What stands in 《》 in the notice and is a work of art or a lecture. */
const NO_DOCUMENTS = ['“狮”和远方', '还记得吗', '一线之牵', '以高科技自立自强引领新质生产力发展'];

/** Names of places, plans, systems and events: a fact has one name. */
const PROPER_NAMES = [
  '虹桥国际潮流文化集聚区',
  '七宝-莘庄文博艺术集聚区',
  '大零号湾文化科创集聚区',
  '浦江文化休闲集聚区',
  '春申湖四岛、冯远美术馆',
  '上海市促进文化创意产业发展专项资金',
  '闵行综合执法车信息化管理平台',
  '文化和旅游管理事务中心',
  '闵行光影节、闵行购物节、虹桥国际咖啡文化节',
  '麦可将、老外街、闵行体育公园',
  '第二十届群星奖上海地区选拔',
  '文旅行业社会组织党建联络员座谈会',
  '文旅行业党建工作座谈会',
  '七宝区域文商旅融合座谈会',
  '2025年党风廉政建设工作会议',
];

/** Longest run of Chinese signs and figures that may be the notice's own. */
const LONGEST_SHARED_RUN = 11;

describe.runIf(notice !== null)('beside the notice', () => {
  const text = notice ?? '';
  const titlesOfNotice = new Set([...text.matchAll(/《([^》]*)》/g)].map(([, title]) => title));

  it('holds every document title of the notice, as it stands there, and no other', () => {
    const expected = [...titlesOfNotice].filter((title) => !NO_DOCUMENTS.includes(title ?? ''));
    expect(rows.documents.map(({ title }) => title).sort()).toEqual(expected.sort());
    expect(titlesOfNotice.size).toBe(31);
  });

  it('names in 《》 only what the notice names', () => {
    const named = textsOf(written).flatMap((it) =>
      [...it.matchAll(/《([^》]*)》/g)].map(([, title]) => title),
    );
    expect(named.filter((title) => !titlesOfNotice.has(title))).toEqual([]);
  });

  it('says everything in its own words', () => {
    const runs = new Set(sentencesOf(text, titlesOfNotice).flatMap(runsOf));
    const copied = textsOf(written)
      .flatMap((it) => sentencesOf(it, titlesOfNotice))
      .flatMap(runsOf)
      .filter((run) => runs.has(run));
    expect(copied).toEqual([]);
  });
});

it('compares with the notice wherever the notice is, and always in CI', () => {
  if (notice === null)
    console.warn(`Left out: no notice in ${NOTICES}, so titles and wording were not compared`);
  expect(notice !== null || process.env.CI !== 'true').toBe(true);
});

function readNotice(): string | null {
  if (!existsSync(NOTICES)) return null;
  const file = readdirSync(NOTICES).find((name) => name.endsWith('.txt'));
  return file ? readFileSync(join(NOTICES, file), 'utf8').replace(/\s/g, '') : null;
}

/** Every text in a value, however deep; the contents of files too. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Date) return [];
  if (value instanceof Uint8Array) return [new TextDecoder().decode(value)];
  if (value instanceof Map) return [...value.values()].flatMap(textsOf);
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

/** A text cut at titles and proper names, without spaces and punctuation. */
function sentencesOf(text: string, titles: ReadonlySet<string | undefined>): string[] {
  const names = [...titles, ...PROPER_NAMES].flatMap((name) => (name ? [name] : []));
  const longestFirst = names.sort((one, other) => other.length - one.length);
  const cut = longestFirst.reduce((rest, name) => rest.replaceAll(name, '\n'), text);
  return cut.split('\n').map((sentence) => sentence.replace(/[^\p{Script=Han}\d]/gu, ''));
}

function runsOf(sentence: string): string[] {
  const length = LONGEST_SHARED_RUN + 1;
  return Array.from({ length: Math.max(0, sentence.length - length + 1) }, (_, at) =>
    sentence.slice(at, at + length),
  ).filter((run) => /\p{Script=Han}/u.test(run));
}
