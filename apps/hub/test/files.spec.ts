import { deflateSync } from 'node:zlib';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { change } from './harness/change.ts';
import type { Client } from './harness/client.ts';
import { putItem } from './harness/ledger.ts';
import { at, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const LIMIT = 64 * 1024;
const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
  deflateSync(Buffer.alloc(5)),
]);
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF\n');

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
    test.each<[string, string | Uint8Array, string]>([
      ['plain text', '会议记录', 'text/plain; charset=utf-8'],
      ['a PDF', PDF, 'application/pdf'],
      ['a picture', PNG, 'image/png'],
      ['a text of exactly the limit', 'x'.repeat(LIMIT), 'text/plain; charset=utf-8'],
    ])('%s is kept, its type told from its content', async (_title, bytes, mediaType) => {
      const { status, body } = await client.upload(bytes, { 'content-type': 'application/x-evil' });
      expect([status, at(body, 'mediaType'), at(body, 'byteSize')]).toEqual([
        201,
        mediaType,
        Buffer.from(bytes).length,
      ]);
    });

    test.each<[string, string | Uint8Array, number, string]>([
      [
        'SVG',
        '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
        415,
        'TYPE_REFUSED',
      ],
      [
        'SVG behind an XML head',
        '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        415,
        'TYPE_REFUSED',
      ],
      [
        'SVG behind a comment',
        '<!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>',
        415,
        'TYPE_REFUSED',
      ],
      [
        'SVG behind a byte order mark',
        '\uFEFF<svg xmlns="http://www.w3.org/2000/svg"/>',
        415,
        'TYPE_REFUSED',
      ],
      ['HTML', '\n <!DOCTYPE html><html></html>', 415, 'TYPE_REFUSED'],
      ['HTML without its head', '<body onload="x()">', 415, 'TYPE_REFUSED'],
      ['a program', Buffer.from('7f454c46020101000000000000000000', 'hex'), 415, 'TYPE_REFUSED'],
      ['bytes of no type', Buffer.from([1, 0, 2, 0, 255, 254]), 415, 'TYPE_REFUSED'],
      ['nothing', '', 422, 'EMPTY'],
      ['a byte too many', 'x'.repeat(LIMIT + 1), 413, 'TOO_LARGE'],
    ])('%s is refused, and nothing of it kept', async (_title, bytes, status, code) => {
      const before = await hub.db.storedFile.count();
      const answer = await client.upload(bytes, { 'content-type': 'image/png' });
      expect([answer.status, at(answer.body, 'error.code')]).toEqual([status, code]);
      expect(await hub.db.storedFile.count()).toBe(before);
    });

    test('is for people with something to prove', async () => {
      expect((await hub.anonymous.upload('x')).status).toBe(401);
      expect((await (await hub.signInAs('viewer')).upload('x')).status).toBe(403);
      expect((await (await hub.signInAs('admin')).upload('x')).status).toBe(403);
    });

    test('the same bytes, sent five times at once, are one file', async () => {
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => client.upload('同一份材料')),
      );
      expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(201));
      expect(new Set(answers.map(({ body }) => textAt(body, 'fileId'))).size).toBe(1);
    });
  });

  /** Attaches a text to a new item and returns its download link. */
  async function attach(fileName: string, bytes: string) {
    const item = await putItem(hub, 'IN_PROGRESS');
    const { body } = await client.upload(bytes);
    const evidence = await change(client, 'attachEvidence', {
      itemId: item.apiId,
      fileId: textAt(body, 'fileId'),
      fileName,
    });
    return { item, url: textAt(evidence, 'downloadUrl'), evidence };
  }

  test('a download link gives the bytes, as an attachment under its name that no browser interprets', async () => {
    const { url } = await attach('佐证 “一”.txt', '内容一');
    const response = await hub.anonymous.fetch(url);
    expect([response.status, await response.text()]).toEqual([200, '内容一']);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('佐证 “一”.txt')}`,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toContain('no-store');
  });

  test('a link that was changed, or is older than five minutes, opens nothing', async () => {
    const [one, other] = [await attach('一.txt', '一'), await attach('二.txt', '二')];
    const [path, query] = one.url.split('?');
    for (const url of [
      path!,
      `${path}?${query}x`,
      `${other.url.split('?')[0]}?${query}`,
      one.url.replace(/expires=\d+/, `expires=${Date.now() * 2}`),
      `${path}?expires=NaN&signature=x`,
    ])
      expect([url, (await hub.anonymous.fetch(url)).status]).toEqual([url, 403]);
    hub.setClock(new Date(Date.now() + 5 * 60_000 + 1_000));
    expect((await hub.anonymous.fetch(one.url)).status).toBe(403);
  });

  test('evidence is refused: a foreign measure, no such file, a closed item, a bad name, out of sight', async () => {
    const [item, other, closed] = [
      await putItem(hub, 'IN_PROGRESS'),
      await putItem(hub, 'IN_PROGRESS'),
      await putItem(hub, 'CLOSED'),
    ];
    const { body } = await client.upload('材料');
    const good = { itemId: item.apiId, fileId: textAt(body, 'fileId'), fileName: '材料.txt' };
    const events = await hub.db.event.count();
    for (const [input, expected] of [
      [{ measureId: other.measure!.apiId }, { __typename: 'NotFoundError' }],
      [{ fileId: `StoredFile_${item.id}` }, { __typename: 'NotFoundError' }],
      [{ itemId: closed.apiId }, { rule: 'item-open' }],
      [{ fileName: ' ' }, { __typename: 'ValidationError' }],
      [{ fileName: 'a\u0000.txt' }, { __typename: 'ValidationError' }],
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
      await hub.db.event.count(),
      await hub.db.evidence.count({ where: { itemId: item.id } }),
    ]).toEqual([events, 0]);
  });

  test('a rejection says why, a second decision is refused, a stale one is a conflict', async () => {
    const { evidence } = await attach('三.txt', '三');
    const decider = await hub.signInAs('party-affairs');
    const decision = { id: textAt(evidence, 'id'), expectedVersion: 1 };
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
});
