import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runCommand } from '../src/command/run-command.ts';
import type { AnnualReview } from '../src/review/annual-review.type.ts';
import { fixtureReview } from './fixture-review.ts';
import { startStandInHub, TOKEN, type StandInHub } from './stand-in-hub.ts';

let folder: string;
let hub: StandInHub;

beforeAll(async () => {
  hub = await startStandInHub(fixtureReview());
});
afterAll(() => hub.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annual-review-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(
  args: string[],
  { url = hub.url, token = TOKEN, signal = new AbortController().signal } = {},
) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const environment = {
    hubUrl: url === '' ? undefined : url,
    hubToken: token || undefined,
    dataDir: join(folder, '.data'),
    hubProgram: join(folder, 'no-hub.js'),
    fontDirectory: null,
    directory: folder,
  };
  const code = await runCommand(args, environment, { stdout, stderr }, signal, null);
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
}

const json = (name = 'annual-review-2025.json') =>
  JSON.parse(readFileSync(join(folder, 'out', name), 'utf8')) as AnnualReview;

test('writes every format that is asked for and names the files', async () => {
  const { code, out, err } = await run([
    '--year',
    '2025',
    '--format',
    'docx,pdf,xlsx,html,json',
    '--out',
    'out',
  ]);
  expect(err).not.toContain('failed');
  expect(code).toBe(0);
  const names = ['docx', 'html', 'json', 'pdf', 'xlsx'].map(
    (format) => `annual-review-2025.${format}`,
  );
  expect(readdirSync(join(folder, 'out')).sort()).toEqual(names);
  expect(out.trim().split('\n')).toHaveLength(5);
  expect(hub.exports).toMatchObject([
    { formats: ['docx', 'pdf', 'xlsx', 'html', 'json'], scope: '2025' },
  ]);
});

test('reads back what the hub holds for the year, and nothing of other years', async () => {
  await run(['--year', '2025', '--format', 'json', '--out', 'out', '--organization', 'SHILI']);
  const fixture = fixtureReview();
  const review = json('annual-review-2025-SHILI.json');
  expect(review.rounds).toEqual(fixture.rounds);
  expect(review.documents).toEqual(fixture.documents);
  expect(review.trainings).toHaveLength(fixture.trainings.length);
  expect(review.organization).toEqual(fixture.organization);
  expect(review.isDemo).toBe(true);
  expect(new Set(hub.pages)).toEqual(new Set([100]));
});

test('a district stands for the bureaus below it, a unit for its own items', async () => {
  await run(['--year', '2025', '--format', 'json', '--out', 'out', '--organization', 'QU']);
  expect(json('annual-review-2025-QU.json').rounds).toHaveLength(1);
  await run(['--year', '2025', '--format', 'json', '--out', 'out', '--organization', 'SHILI-DQ']);
  const items = json('annual-review-2025-SHILI-DQ.json').rounds.flatMap(({ areas }) =>
    areas.flatMap((area) => area.items),
  );
  expect(new Set(items.map(({ responsibleUnit }) => responsibleUnit))).toEqual(new Set(['党群科']));
});

test('says in plain lines what it does, and nothing when it should be quiet', async () => {
  const args = ['--year', '2025', '--format', 'json', '--out', 'out'];
  expect((await run(args)).err).toContain('读取台账 / Reading the ledger');
  expect((await run([...args, '--quiet'])).err).toBe('');
});

test('explains itself in both languages', async () => {
  const { code, out } = await run(['--help']);
  expect(code).toBe(0);
  expect(out).toMatch(/--year YEAR\s+年度，必填 \/ the year, required/);
});

describe('a refusal is one line in both languages, with nothing written', () => {
  const good = ['--year', '2025', '--out', 'out', '--format', 'json', '--quiet'];
  const cases: [string, string[], { url?: string; token?: string }, number, RegExp][] = [
    ['no year', ['--out', 'out'], {}, 2, /--year/],
    ['a year in words', ['--year', '二〇二五'], {}, 2, /年度无效.*not a year/],
    [
      'an unknown option',
      [...good, '--jaer', '1'],
      {},
      2,
      /未知选项 --jaer.*unknown option --jaer/,
    ],
    ['an unexpected word', [...good, '2025'], {}, 2, /多余的参数 2025/],
    ['an option without its value', ['--year'], {}, 2, /值有误/],
    [
      'an unknown format',
      ['--year', '2025', '--format', 'docx,odt'],
      {},
      2,
      /未知格式“odt”.*unknown format/,
    ],
    [
      'an unknown organization',
      [...good, '--organization', 'NIX'],
      {},
      2,
      /没有代码为 NIX.*no organization/,
    ],
    ['a refused token', good, { token: 'wrong' }, 1, /不接受该令牌.*refused the token/],
    ['no token', good, { token: '' }, 1, /缺少访问令牌.*needs a token/],
    [
      'an unreachable hub',
      good,
      { url: 'http://127.0.0.1:9/graphql' },
      1,
      /无法连接枢纽.*cannot be reached/,
    ],
    ['an address that is none', good, { url: 'ftp://hub' }, 1, /枢纽地址无效.*not a hub address/],
    ['no hub at all', good, { url: '' }, 1, /没有正在运行的枢纽.*no hub is running/],
    [
      'an empty year',
      [...good, '--organization', 'QITA'],
      {},
      3,
      /没有可报告的整改数据.*nothing to report/,
    ],
  ];
  test.each(cases)('%s', async (_name, args, how, exitCode, line) => {
    const { code, err, out } = await run(args, how);
    expect(err.trim()).toMatch(line);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(' / ');
    expect(code).toBe(exitCode);
    expect(out).toBe('');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('an output folder that is a file', async () => {
    writeFileSync(join(folder, 'file'), '');
    const { code, err } = await run(['--year', '2025', '--out', 'file/out', '--quiet']);
    expect(err).toMatch(/无法写入输出目录.*cannot be written/);
    expect(code).toBe(1);
  });
});

test('cancelling leaves no file behind', async () => {
  const slow = await startStandInHub(fixtureReview());
  slow.hang();
  const cancel = new AbortController();
  const running = run(['--year', '2025', '--out', 'out'], { url: slow.url, signal: cancel.signal });
  setTimeout(() => cancel.abort(), 50);
  const { code, err } = await running;
  await slow.close();
  expect(code).toBe(130);
  expect(err).toContain('已取消');
  expect(readdirSync(folder)).toEqual([]);
});

test('a failure in a later format takes the earlier ones back', async () => {
  const cancel = new AbortController();
  const stderr = new PassThrough();
  stderr.on('data', (chunk: Buffer) => {
    if (chunk.toString().includes('JSON')) cancel.abort();
  });
  const environment = {
    hubUrl: hub.url,
    hubToken: TOKEN,
    dataDir: folder,
    hubProgram: '',
    fontDirectory: null,
    directory: folder,
  };
  const args = ['--year', '2025', '--format', 'html,json', '--out', 'out'];
  const code = await runCommand(
    args,
    environment,
    { stdout: new PassThrough(), stderr },
    cancel.signal,
    null,
  );
  expect(code).toBe(130);
  expect(readdirSync(folder)).toEqual([]);
});
