import { request } from 'node:http';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { attachText } from './harness/attach-text.ts';
import { change } from './harness/change.ts';
import { Client } from './harness/client.ts';
import { keptFiles } from './harness/kept-files.ts';
import { person, putItem, unit } from './harness/ledger.ts';
import { changeRow } from './harness/put-rows.ts';
import { png } from './harness/make-files.ts';
import { at, listAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const LIMIT = 64 * 1024;

describeOnEachDatabase('files', (kind) => {
  let hub: TestHub;
  let client: Client;
  beforeAll(async () => {
    hub = await startTestHub(kind, { configuration: { largestUpload: LIMIT } });
    client = await hub.signInAs('contact-public-services');
  });
  afterAll(() => hub.stop());
  afterEach(() => hub.setClock());

  describe('uploading', () => {
    test('is for people with something to prove', async () => {
      expect((await hub.anonymous.upload('x')).status).toBe(401);
      expect((await (await hub.signInAs('viewer')).upload('x')).status).toBe(403);
      expect((await (await hub.signInAs('admin')).upload('x')).status).toBe(403);
      expect((await client.upload('x', { 'x-taizhang-upload': '' })).status).toBe(403);
    });

    test('the same bytes, sent five times at once, are one file', async () => {
      const before = keptFiles(hub.dataDir).length;
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => client.upload('同一份材料')),
      );
      expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(201));
      expect(new Set(answers.map(({ body }) => textAt(body, 'fileId'))).size).toBe(1);
      expect(keptFiles(hub.dataDir).length).toBe(before + 1);
    });

    test('a body that goes on past the limit without saying its length is cut off with an answer', async () => {
      const before = keptFiles(hub.dataDir);
      const { status, body, sent } = await sendEndlessly(client);
      expect([status, at(body, 'error.code')]).toEqual([413, 'TOO_LARGE']);
      expect(sent).toBeGreaterThan(LIMIT);
      expect(keptFiles(hub.dataDir)).toEqual(before);
    });

    test('one that its sender breaks off leaves nothing behind, and is no error of the hub', async () => {
      const before = keptFiles(hub.dataDir);
      await expect(
        client.fetch('/files', {
          method: 'POST',
          headers: { 'x-taizhang-upload': '1' },
          body: breakingOff(),
          duplex: 'half',
        } as RequestInit),
      ).rejects.toThrow();
      await expect.poll(() => keptFiles(hub.dataDir)).toEqual(before);
      expect(hub.logged.join('')).not.toContain('a request failed');
    });

    test.each([
      ['../../etc/会议记录.txt', '会议记录.txt'],
      ['/etc/cron.d/会议记录.txt', '会议记录.txt'],
      ['C:\\系统\\会议记录.txt', '会议记录.txt'],
      ['..\\..\\.会议记录.txt', '会议记录.txt'],
      ['会议\u202Etxt.记录.txt', '会议txt.记录.txt'],
      ['会议"<b>:记录|?.txt', '会议__b__记录__.txt'],
      [`${'长'.repeat(900)}.txt`, `${'长'.repeat(196)}.txt`],
    ])('the name %j is kept as %j; where it lies is the hub’s own choice', async (given, kept) => {
      const { evidence, sha256 } = await attachText(hub, client, given, '名称的材料');
      expect(at(evidence, 'fileName')).toBe(kept);
      expect(keptFiles(hub.dataDir).filter((path) => path.endsWith(`/${sha256}`))).toHaveLength(1);
    });
  });

  describe('a download link', () => {
    test('gives the bytes, as an attachment under its name that no browser interprets', async () => {
      const { url } = await attachText(hub, client, "佐证 “一”(1)'.txt", '内容一');
      const response = await client.fetch(url);
      expect([response.status, await response.text()]).toEqual([200, '内容一']);
      expect(response.headers.get('content-disposition')).toBe(
        `attachment; filename="__ ___(1)'.txt"; filename*=UTF-8''${encodeURIComponent('佐证 “一”')}%281%29%27.txt`,
      );
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('content-security-policy')).toContain('sandbox');
      expect(response.headers.get('cache-control')).toBe('private, no-store');
    });

    test('gives parts, and says when a part lies outside', async () => {
      const { url, sha256 } = await attachText(hub, client, '段.txt', '0123456789');
      const ask = async (range: string, more = {}) => {
        const answer = await client.fetch(url, { headers: { range, ...more } });
        return [answer.status, answer.headers.get('content-range'), await answer.text()];
      };
      expect(await ask('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234']);
      expect(await ask('bytes=7-')).toEqual([206, 'bytes 7-9/10', '789']);
      expect(await ask('bytes=-3')).toEqual([206, 'bytes 7-9/10', '789']);
      expect(await ask('bytes=8-99')).toEqual([206, 'bytes 8-9/10', '89']);
      expect((await ask('bytes=10-')).slice(0, 2)).toEqual([416, 'bytes */10']);
      expect((await ask('bytes=-0')).slice(0, 2)).toEqual([416, 'bytes */10']);
      for (const ignored of ['bytes=4-2', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=-'])
        expect(await ask(ignored)).toEqual([200, null, '0123456789']);
      expect(await ask('bytes=0-1', { 'if-range': `"${sha256}"` })).toEqual([
        206,
        'bytes 0-1/10',
        '01',
      ]);
      expect(await ask('bytes=0-1', { 'if-range': '"other"' })).toEqual([200, null, '0123456789']);
    });

    test('is noted with who took the file, before it goes out', async () => {
      const { url, id, sha256 } = await attachText(hub, client, '记.txt', '留痕的材料');
      await client.fetch(url);
      const event = await hub.db.event.findFirstOrThrow({
        where: { type: 'FILE_DOWNLOADED', subjectId: id.split('_')[1]! },
      });
      expect(event).toMatchObject({
        actorPersonId: person('contact-public-services'),
        address: expect.stringContaining('127.0.0.1') as string,
        after: { sha256 },
      });
    });

    test('that was changed, is older than five minutes, or is somebody else’s, opens nothing', async () => {
      const [one, other] = [
        await attachText(hub, client, '一.txt', '一'),
        await attachText(hub, client, '二.txt', '二'),
      ];
      const [path, query] = one.url.split('?');
      for (const url of [
        path!,
        `${path}?${query}x`,
        `${other.url.split('?')[0]}?${query}`,
        one.url.replace(/expires=\d+/, `expires=${Date.now() * 2}`),
        `${path}?expires=NaN&signature=x`,
        `/files/${'-'.repeat(36)}?${query}`,
      ])
        expect([url, (await client.fetch(url)).status]).toEqual([url, 403]);
      const refusals = await Promise.all(
        [hub.anonymous, await hub.signInAs('party-affairs'), hub.automation].map(async (who) => {
          const answer = await who.fetch(one.url);
          return [answer.status, await answer.text()];
        }),
      );
      expect(refusals.map(([status]) => status)).toEqual([403, 403, 403]);
      expect(new Set(refusals.map(([, text]) => text)).size).toBe(1);
      expect((await client.fetch(one.url)).status).toBe(200);
      hub.setClock(new Date(Date.now() + 5 * 60_000 + 1_000));
      expect((await client.fetch(one.url)).status).toBe(403);
    });

    test('does not outlive the session, the account or the right to see the item', async () => {
      const { url, item } = await attachText(hub, client, '权.txt', '权限的材料');
      const place = { responsibleUnitId: item.responsibleUnitId };
      const move = (columns: object) => changeRow(hub, 'RectificationItem', item.id, columns);
      await move({ responsibleUnitId: unit('TSG') });
      expect((await client.fetch(url)).status).toBe(403);
      await move(place);
      expect((await client.fetch(url)).status).toBe(200);

      const id = person('contact-public-services');
      const disable = (disabledAt: Date | null) => changeRow(hub, 'Person', id, { disabledAt });
      await disable(new Date());
      expect((await client.fetch(url)).status).toBe(403);
      await disable(null);
      expect((await client.fetch(url)).status).toBe(200);

      const sessions = { personId: id };
      await hub.db.session.updateMany({ where: sessions, data: { revokedAt: new Date() } });
      expect((await client.fetch(url)).status).toBe(403);
      await hub.db.session.updateMany({ where: sessions, data: { revokedAt: null } });
      expect((await client.fetch(url)).status).toBe(200);
    });
  });

  test('evidence is refused: a foreign measure, no such file, a closed item, a bad name, out of sight', async () => {
    const [item, other, closed] = [
      await putItem(hub, 'IN_PROGRESS'),
      await putItem(hub, 'IN_PROGRESS'),
      await putItem(hub, 'CLOSED'),
    ];
    const { body } = await client.upload('材料');
    const good = { itemId: item.apiId, fileId: textAt(body, 'fileId'), fileName: '材料.txt' };
    const picture = textAt((await client.upload(png())).body, 'fileId');
    const events = await hub.db.event.count({ where: { kind: 'CHANGE' } });
    for (const [input, expected] of [
      [{ measureId: other.measure!.apiId }, { __typename: 'NotFoundError' }],
      [{ fileId: `StoredFile_${item.id}` }, { __typename: 'NotFoundError' }],
      [{ itemId: closed.apiId }, { rule: 'item-open' }],
      [{ fileName: ' ' }, { __typename: 'ValidationError' }],
      [{ fileName: '../..' }, { __typename: 'ValidationError' }],
      [{ fileName: 'a\u0000.txt' }, { __typename: 'ValidationError' }],
      [{ fileName: '材料.html' }, { fieldErrors: [{ path: ['fileName'] }] }],
      [{ fileId: picture }, { fieldErrors: [{ path: ['fileName'] }] }],
    ] as const)
      expect(await change(client, 'attachEvidence', { ...good, ...input })).toMatchObject(expected);
    expect(
      await change(await hub.signInAs('contact-library'), 'attachEvidence', good),
    ).toMatchObject({ __typename: 'NotFoundError' });
    expect(await change(await hub.signInAs('viewer'), 'attachEvidence', good)).toMatchObject({
      __typename: 'ForbiddenError',
    });
    expect(await change(hub.automation, 'attachEvidence', good)).toMatchObject({
      __typename: 'ForbiddenError',
    });
    expect([
      await hub.db.event.count({ where: { kind: 'CHANGE' } }),
      await hub.db.evidence.count({ where: { itemId: item.id } }),
    ]).toEqual([events, 0]);
  });

  test('a rejection says why, a second decision is refused, a stale one is a conflict', async () => {
    const { id } = await attachText(hub, client, '三.txt', '三');
    const decider = await hub.signInAs('party-affairs');
    const decision = { id, expectedVersion: 1 };
    expect(await change(decider, 'rejectEvidence', { ...decision, reason: ' ' })).toMatchObject({
      __typename: 'ValidationError',
    });
    expect(
      await change(decider, 'acceptEvidence', { ...decision, expectedVersion: 9 }),
    ).toMatchObject({ __typename: 'ConflictError' });
    expect(await change(client, 'acceptEvidence', decision)).toMatchObject({
      __typename: 'ForbiddenError',
    });
    expect(
      await change(decider, 'rejectEvidence', { ...decision, reason: '看不清' }),
    ).toMatchObject({ status: 'REJECTED', version: 2 });
    expect(
      await change(decider, 'acceptEvidence', { ...decision, expectedVersion: 2 }),
    ).toMatchObject({ rule: 'status' });
  });

  test('what a file has to keep to can be asked for', async () => {
    const { data } = await client.query('{ uploadLimits { maxBytes fileEndings } }');
    expect(at(data, 'uploadLimits.maxBytes')).toBe(LIMIT);
    expect(listAt(data, 'uploadLimits.fileEndings')).toEqual(
      expect.arrayContaining(['pdf', 'ofd', 'docx', 'jpg', 'csv']),
    );
  });
});

/** Sends text without end, in pieces of unsaid total, until the hub answers. */
function sendEndlessly({ url, headers }: Client) {
  return new Promise<{ status: number; body: unknown; sent: number }>((resolve, reject) => {
    let sent = 0;
    const sending = request(new URL('/files', url), {
      method: 'POST',
      headers: { ...headers, 'x-taizhang-upload': '1' },
    });
    const piece = 'x'.repeat(8 * 1024);
    const timer = setInterval(() => {
      sent += piece.length;
      sending.write(piece);
    }, 1);
    sending.on('error', () => undefined);
    sending.on('close', () => clearInterval(timer));
    sending.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: JSON.parse(Buffer.concat(parts).toString()) as unknown,
          sent,
        }),
      );
    });
  });
}

/** A body that gives a few bytes and then breaks. */
function breakingOff(): ReadableStream<Uint8Array> {
  let pieces = 0;
  return new ReadableStream({
    pull(controller) {
      pieces += 1;
      if (pieces > 3) controller.error(new Error('broken off'));
      else controller.enqueue(Buffer.alloc(1024, 'x'));
    },
  });
}
