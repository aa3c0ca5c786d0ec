import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openThreads, useThreads } from '@taizhang/platform';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const IMPORT = `mutation ($input: ImportNoticeInput!) { importNotice(input: $input) {
  __typename ... on Error { code message }
} }`;
/** Nearly as long as a notice may be, of lines that begin like its headings. */
const TEXT = '一、问题\n（一）整改情况：\n1. 已印发《办法》，组织学习三次。\n'.repeat(19_000);

let hub: TestHub;
const threads = openThreads({
  program: pathToFileURL(join(import.meta.dirname, '../src/work.ts')),
  execArgv: ['--import', 'tsx'],
  ...{ threads: 2, waiting: 8, withinMs: 60_000, megabytes: 1_024 },
});
beforeAll(async () => {
  hub = await startTestHub('embedded');
  useThreads(threads);
});
afterAll(async () => {
  useThreads(null);
  await threads.stop();
  await hub.stop();
});

const importNotice = (text: string) =>
  hub.automation.query(IMPORT, {
    input: { idempotencyKey: 'a long notice', text, fileName: 'a.txt', dryRun: true },
  });

/** Imports, and says how often somebody else was answered meanwhile. */
async function importBeside(text: string) {
  let isRead = false;
  const reading = importNotice(text).finally(() => (isRead = true));
  let answered = 0;
  while (!isRead) {
    expect((await hub.anonymous.fetch('/livez')).status).toBe(200);
    answered += 1;
  }
  return { answered, answer: await reading };
}

test('a notice of 1.8 MB is read while others are answered, and comes to the same', async () => {
  const inThread = await importBeside(TEXT);
  useThreads(null);
  const here = await importBeside(TEXT);
  useThreads(threads);
  expect(inThread.answer.text).toBe(here.answer.text);
  expect(textAt(here.answer.data, 'importNotice.__typename')).not.toBe('');
  expect(inThread.answered).toBeGreaterThan(3 * here.answered);
}, 120_000);
