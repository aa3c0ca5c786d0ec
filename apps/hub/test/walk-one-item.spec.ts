import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const root = join(import.meta.dirname, '../../..');

/** Runs the guide's script as its reader does. */
function runScript(url: string): Promise<{ code: number | null; output: string }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'docs/guides/walk-one-item.ts', '--url', url],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

describeOnEachDatabase('the guide that walks one item', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  test('closes it, has it reopened by a look-back, and closes it again', async () => {
    const { code, output } = await runScript(hub.url);
    expect([code, output]).toEqual([0, expect.stringContaining('CLOSED')]);
    expect(output.match(/^ {2}✗ /gm)).toHaveLength(17);

    const item = await hub.db.rectificationItem.findFirstOrThrow({
      where: { code: { startsWith: 'MH-WL-WALK-' } },
    });
    expect(item.status).toBe('CLOSED');
    const events = await hub.db.event.findMany({
      where: { itemId: item.id },
      orderBy: { id: 'asc' },
    });
    const ofItem = events.filter(({ subjectType }) => subjectType === 'RectificationItem');
    expect(ofItem.map(({ type, actorName }) => `${type} ${actorName}`)).toEqual([
      'ITEM_REGISTERED 巡察办登记人员',
      'ITEM_ASSIGNED 党群科科长',
      'ITEM_PLANNED 局党组书记',
      'ITEM_STARTED 公共服务科联络员',
      'ITEM_SUBMITTED 党群科科长',
      'ITEM_SIGNED 分管副局长（公共文化）',
      'ITEM_VERIFICATION_STARTED 巡察办核验人员',
      'ITEM_CLOSED 巡察办核验人员',
      'ITEM_REOPENED 巡察办登记人员',
      'ITEM_STARTED 公共服务科联络员',
      'ITEM_SUBMITTED 党群科科长',
      'ITEM_SIGNED 分管副局长（公共文化）',
      'ITEM_VERIFICATION_STARTED 巡察办核验人员',
      'ITEM_CLOSED 巡察办核验人员',
    ]);
    expect(new Set(events.map(({ actorName }) => actorName)).size).toBe(6);
    expect(events.filter(({ type }) => type === 'LOOK_BACK_SAMPLE_FAILED')).toHaveLength(1);
  });

  test('ends with 1 where nobody answers', async () => {
    const { code } = await runScript('http://127.0.0.1:9');
    expect(code).toBe(1);
  });
});
