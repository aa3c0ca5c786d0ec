import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examine, readAnchorChoices } from '@taizhang/platform';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Configuration } from '../src/configuration.ts';
import { examinations } from '../src/doctor.ts';
import { OPEN_SIGN_IN, startTestHub, testConfiguration, type TestHub } from './harness/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub('embedded');
});
afterAll(() => hub.stop());

async function ask(changes: Partial<Configuration> = {}, dataDir = hub.dataDir) {
  const lines: string[] = [];
  const configuration = { ...testConfiguration(dataDir), ...changes };
  const isWell = await examine(examinations(configuration), (line) => void lines.push(line));
  return { isWell, lines, bad: lines.filter((line) => line.startsWith('✗')) };
}

test('a hub that runs well has nothing bad, and each line is in both languages', async () => {
  chmodSync(hub.dataDir, 0o700);
  const { isWell, lines, bad } = await ask();
  expect([isWell, bad]).toEqual([true, []]);
  expect(lines).toContainEqual(expect.stringMatching(/^✓ .*服务运行正常.* \/ The hub at http/));
  for (const line of lines) expect(line).toMatch(/^[✓!✗] .+ \/ .+/);
});

test('says what is wrong and what to do', async () => {
  chmodSync(join(hub.dataDir, 'hub.secret'), 0o644);
  await hub.db.logWatch.updateMany({
    data: { checkedAt: new Date(), faults: [{ fault: 'ROW_CHANGED', place: 'Person_x' }] },
  });
  const { isWell, bad } = await ask({
    host: '0.0.0.0',
    scanner: () => Promise.reject(new Error('away')),
    databaseUrl: 'postgres://nobody@127.0.0.1:1/none',
  });
  chmodSync(join(hub.dataDir, 'hub.secret'), 0o600);
  expect(isWell).toBe(false);
  const text = bad.join('\n');
  for (const expected of [
    /chmod 600 \S*hub\.secret/,
    /npm run audit/,
    /DEMO=false/,
    /TLS_CERT_FILE/,
    /check SCANNER/,
    /127\.0\.0\.1:1/,
  ])
    expect(text).toMatch(expected);
});

test('looks at what is around a hub that does not run', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'taizhang-doctor-'));
  try {
    const { lines } = await ask(
      {
        demo: false,
        signIn: { ...OPEN_SIGN_IN, totp: 'none' },
        anchors: readAnchorChoices({}, { dataDir, root: dataDir }),
      },
      dataDir,
    );
    const text = lines.join('\n');
    for (const expected of [/No hub runs/, /HUB_ADMIN_TOKEN/, /REQUIRE_TOTP/, /Anchors of the log/])
      expect(text).toMatch(expected);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
