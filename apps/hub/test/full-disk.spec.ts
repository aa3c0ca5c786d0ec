import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { Client } from './harness/client.ts';
import { spawnHub, type HubProcess } from './harness/hub-process.ts';
import { pdf } from './harness/make-files.ts';
import { at } from './harness/read.ts';
import { mayMount, mountSmallDisk, type SmallDisk } from './harness/small-disk.ts';

const TOKEN = 'token-of-the-disk-test-which-is-long';
const AREAS = '{ inspectionRounds { edges { node { areas { id } } } } }';
const REGISTER = `mutation ($input: RegisterRectificationItemInput!) {
  r: registerRectificationItem(input: $input) { __typename ... on RectificationItem { id } }
}`;
const TOTAL = '{ rectificationItems { totalCount } }';

// Only root may mount a disk, and some machines of CI let not even root.
const mountable = mayMount();
if (!mountable)
  console.warn(
    '磁盘写满的测试未运行：需要挂载权限。\nTests of a full disk are LEFT OUT: this machine does not let them mount one.',
  );

describe.skipIf(!mountable)('the disk of the data folder', () => {
  let disk: SmallDisk;
  let hub: HubProcess;
  const start = () =>
    (hub = spawnHub({ DATA_DIR: disk.folder, PORT: '0', HUB_ADMIN_TOKEN: TOKEN }));
  afterEach(async () => {
    hub.child.kill('SIGKILL');
    await hub.ended;
    disk.remove();
  });

  test('that cannot be written ends the start in one line', async () => {
    disk = mountSmallDisk('ro');
    const { code, errors } = await start().ended;
    expect([code, errors]).toEqual([1, expect.stringMatching(/^无法写入数据目录 .* \/ .*\n$/)]);
  });

  test.each(['1m', '43m'])(
    'of %s is too small for the demonstration ledger, which a later start loads whole',
    async (size) => {
      disk = mountSmallDisk(`size=${size}`);
      const { code, errors } = await start().ended;
      expect([code, errors]).toEqual([
        1,
        expect.stringMatching(/^磁盘已满，台账未改动.* \/ The disk is full.*\n$/),
      ]);
      expect(readdirSync(disk.folder)).not.toContain('hub.lock');
      disk.grow('200m');
      start();
      const client = new Client(await hub.ready, { authorization: `Bearer ${TOKEN}` });
      // Eleven items of the notice's bureau and two of the model bureau.
      expect(at((await client.query(TOTAL)).data, 'rectificationItems.totalCount')).toBe(13);
      hub.child.kill('SIGTERM');
      expect((await hub.ended).code).toBe(0);
    },
    60_000,
  );

  test('that fills up under a running hub loses nothing, and is used again once it has room', async () => {
    disk = mountSmallDisk('size=120m');
    start();
    const client = new Client(await hub.ready, { authorization: `Bearer ${TOKEN}` });
    const areas = await client.query(AREAS);
    const areaId = at(areas.data, 'inspectionRounds.edges.0.node.areas.0.id');
    const register = (n: number) =>
      client.query(REGISTER, {
        input: { idempotencyKey: `full-disk-${n}`, areaId, title: `第 ${n} 条`.repeat(60) },
      });
    const total = async () =>
      Number(at((await client.query(TOTAL)).data, 'rectificationItems.totalCount'));
    const before = await total();

    disk.fill();
    const kept: unknown[] = [];
    let refused = 0;
    // What is on the disk already has room for some rows; a hundred need more than that.
    for (let n = 0; n < 100 && refused < 3; n += 1) {
      const { data, errors } = await register(n);
      if (at(errors, '0.extensions.code') === 'STORAGE_FULL') refused += 1;
      else kept.push(at(data, 'r.id'));
    }
    expect(refused).toBe(3);
    expect(await client.upload(pdf(), { 'x-taizhang-file-name': 'a.pdf' })).toMatchObject({
      status: 507,
      body: { error: { code: 'STORAGE_FULL' } },
    });
    expect(await total()).toBe(before + kept.length);

    disk.makeRoom();
    for (let n = 0; n < kept.length + 3; n += 1)
      expect(at((await register(n)).data, 'r.__typename')).toBe('RectificationItem');
    expect(await total()).toBe(before + kept.length + 3);
    const upload = await client.upload(pdf(), { 'x-taizhang-file-name': 'a.pdf' });
    expect(upload.status).toBe(201);
    expect(readdirSync(join(disk.folder, 'files/.incoming'))).toEqual([]);
    hub.child.kill('SIGTERM');
    expect((await hub.ended).code).toBe(0);
  }, 120_000);
});
