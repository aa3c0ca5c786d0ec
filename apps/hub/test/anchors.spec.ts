import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as tlsServer } from 'node:tls';
import { s3AnchorPlace } from '@taizhang/files';
import {
  keepAnchors,
  keepChainNote,
  announceRestore,
  newKey,
  note,
  readLogState,
  recordAudit,
  startChain,
  syslogPlace,
  timeStamper,
  type Anchors,
  type AnchorSettings,
  type SignedAnchor,
} from '@taizhang/platform';
import { ACCESS_EVENTS } from '@taizhang/access/rules';
import {
  describeOnEachDatabase,
  openTestDatabase,
  type TestDatabase,
} from '@taizhang/platform/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const NOW = new Date('2027-01-04T00:00:00Z');
let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'taizhang-anchors-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => join(folder, 'anchors/anchors.jsonl');
const lines = () => readFileSync(file(), 'utf8').trimEnd().split('\n');
const lastAnchor = () => JSON.parse(lines().at(-1)!) as SignedAnchor;
const openssl = (...args: string[]) =>
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }).toString();

/** A certificate of localhost that signs itself. */
function makeCertificate(...extensions: string[]) {
  openssl(
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', '/CN=localhost'],
    ...['-addext', 'subjectAltName=DNS:localhost', '-keyout', 'key.pem', '-out', 'cert.pem'],
    ...extensions.flatMap((extension) => ['-addext', extension]),
  );
  return {
    key: readFileSync(join(folder, 'key.pem')),
    cert: readFileSync(join(folder, 'cert.pem')),
  };
}

/** Lets a server listen for as long as something runs. */
async function serving<Result>(
  server: ReturnType<typeof createServer> | ReturnType<typeof tlsServer>,
  run: (port: number) => Promise<Result>,
): Promise<Result> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  try {
    return await run((server.address() as AddressInfo).port);
  } finally {
    server.close();
  }
}

const opened: Anchors[] = [];
const errors: [string, unknown][] = [];
afterEach(async () => {
  for (const anchors of opened.splice(0)) await anchors.stop();
  errors.splice(0);
});

async function open(
  { db }: Pick<TestDatabase, 'db'>,
  changes: Partial<AnchorSettings> = {},
  restoredTo: number | null = null,
) {
  const settings: AnchorSettings = {
    folder: join(folder, 'anchors'),
    keyFile: join(folder, 'anchor.key'),
    places: [],
    stamper: null,
    everyMinutes: 60,
    ...changes,
  };
  const onError = (place: string, error: unknown) => void errors.push([place, error]);
  const anchors = await keepAnchors(db, settings, { now: () => NOW, restoredTo, onError });
  opened.push(anchors);
  return anchors;
}

const record = ({ db }: Pick<TestDatabase, 'db'>) =>
  recordAudit(
    db,
    { caller: null, now: NOW, address: null },
    note(ACCESS_EVENTS.SIGNED_OUT, { subjectId: newKey() }),
  );

describeOnEachDatabase('anchors of the log', (kind) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase(kind);
    await startChain(database.db, NOW, 'SM3');
  });
  afterEach(() => database.close());

  /** As somebody with the database's password would, who can compute hashes too. */
  async function cutOff(after: bigint) {
    const link = await database.db.eventLink.findUnique({ where: { position: after } });
    await database.pool.query(`
      SET session_replication_role = replica;
      DELETE FROM "Event" WHERE "id" > ${link?.eventId ?? 0n};
      DELETE FROM "EventLink" WHERE "position" > ${after};
      UPDATE "EventChain" SET "position" = ${after}, "linkHash" = '${link?.linkHash ?? '0'.repeat(64)}';
      SET session_replication_role = origin;`);
  }
  const restarted = async (isAnnounced = false) => {
    if (isAnnounced) expect(announceRestore(folder)).toBe(true);
    const means = { now: () => NOW, onRestored: () => undefined, onError: () => undefined };
    const chainNote = await keepChainNote(database.db, folder, means);
    await chainNote.stop();
    return open(database, {}, chainNote.restoredTo);
  };

  test('are written as the chain moves, each signed and naming the one before', async () => {
    const anchors = await open(database);
    await record(database);
    await anchors.anchor();
    await anchors.anchor();
    expect(lines()).toHaveLength(2);
    const { position, linkHash, generation } = await database.db.eventChain.findFirstOrThrow();
    expect(lastAnchor()).toMatchObject({ position: Number(position), linkHash, generation });
    expect(await anchors.check()).toEqual({
      checked: 2,
      firstBad: null,
      anchoredTo: Number(position),
    });
    expect(await readLogState(database.db)).toMatchObject({
      anchoredAt: NOW,
      anchoredTo: Number(position),
      places: [{ name: 'file', lastAt: NOW.toISOString(), error: null }],
    });
    // Anybody can verify a signature with the public key that lies beside.
    const { signature, key: _key, ...anchor } = lastAnchor();
    writeFileSync(join(folder, 'signed'), JSON.stringify(anchor));
    writeFileSync(join(folder, 'signature'), Buffer.from(signature, 'base64'));
    expect(
      openssl(
        ...['pkeyutl', '-verify', '-rawin', '-pubin', '-inkey', 'anchors/anchor.pub.pem'],
        ...['-in', 'signed', '-sigfile', 'signature'],
      ),
    ).toContain('Success');
  });

  test('name a chain that was cut off or emptied, its end moved back, whatever is written after', async () => {
    const anchors = await restarted();
    await record(database);
    await record(database);
    await anchors.anchor();
    const { position } = lastAnchor();
    await cutOff(BigInt(position) - 1n);
    expect((await anchors.check()).firstBad).toEqual({
      fault: 'ANCHOR_CONTRADICTED',
      line: 2,
      position,
    });
    await record(database);
    await anchors.anchor();
    const later = await restarted();
    expect((await later.check()).firstBad).toMatchObject({ line: 2, position });
    await cutOff(0n);
    expect((await later.check()).firstBad).toMatchObject({
      fault: 'ANCHOR_CONTRADICTED',
      line: 1,
    });
  });

  test('hold what a restore did not put back, also when it is announced afterwards', async () => {
    const anchors = await restarted();
    const first = lastAnchor();
    await record(database);
    await record(database);
    await anchors.anchor();
    const { position } = lastAnchor();
    await cutOff(BigInt(first.position));
    await restarted();
    for (let count = 0; count < 5; count += 1) await record(database);
    const announced = await restarted(true);
    expect(lastAnchor().restoredTo).toBeGreaterThan(position);
    expect((await announced.check()).firstBad).toMatchObject({
      fault: 'ANCHOR_CONTRADICTED',
      position,
    });
  });

  test('accept a restore that was announced beforehand', async () => {
    const anchors = await restarted();
    const first = lastAnchor();
    await record(database);
    await record(database);
    await anchors.anchor();
    await anchors.stop();
    opened.splice(0);
    await cutOff(BigInt(first.position));
    const announced = await restarted(true);
    expect(lastAnchor()).toMatchObject({ restoredTo: first.position });
    await record(database);
    await announced.anchor();
    expect(await announced.check()).toMatchObject({ checked: 4, firstBad: null });
    const restored = await database.db.event.findMany({ where: { type: 'AUDIT_LOG_RESTORED' } });
    expect(restored).toMatchObject([{ after: { announced: true, position: first.position } }]);
  });

  test('that were taken out, forged or made unreadable are named; a line cut short is not one', async () => {
    const anchors = await open(database);
    for (let count = 0; count < 3; count += 1) {
      await record(database);
      await anchors.anchor();
    }
    const whole = lines();
    const check = async (changed: string[]) => {
      writeFileSync(file(), `${changed.join('\n')}\n`);
      return (await anchors.check()).firstBad;
    };
    expect(await check(whole.toSpliced(1, 1))).toMatchObject({ fault: 'ANCHOR_MISSING', line: 2 });
    expect(await check(whole.slice(1))).toMatchObject({ fault: 'ANCHOR_MISSING', line: 1 });
    const forged = JSON.stringify({ ...lastAnchor(), position: 1 });
    expect(await check([...whole.slice(0, 3), forged])).toMatchObject({
      fault: 'ANCHOR_FORGED',
      line: 4,
    });
    expect(await check(['?', ...whole])).toMatchObject({ fault: 'ANCHOR_UNREADABLE', line: 1 });
    expect(await check(whole)).toBeNull();
    appendFileSync(file(), whole[0]!.slice(0, 40));
    await record(database);
    expect((await (await open(database)).check()).firstBad).toBeNull();
    expect(lines()).toHaveLength(5);
  });
});

describe('anchors sent elsewhere', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase('embedded');
    await startChain(database.db, NOW, 'SM3');
  });
  afterEach(() => database.close());
  const places = async () => (await readLogState(database.db)).places;

  test('reach a syslog server over TLS as one message each, and again when it was away', async () => {
    const received: string[] = [];
    const server = tlsServer(makeCertificate(), (socket) => {
      let text = '';
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
      socket.on('end', () => received.push(text));
    });
    await serving(server, async (port) => {
      const settings = { host: 'localhost', port, caFile: join(folder, 'cert.pem') };
      const anchors = await open(database, { places: [syslogPlace(settings)] });
      const [, length, message] = /^(\d+) (.*)$/s.exec(received[0]!)!;
      expect(Buffer.byteLength(message!)).toBe(Number(length));
      const [, anchor] =
        /^<109>1 2027-01-04T00:00:00\.000Z \S+ taizhang \d+ anchor - (\{.*\})$/.exec(message!)!;
      expect(JSON.parse(anchor!)).toEqual(lastAnchor());
      await anchors.stop();
      opened.splice(0);
    });
    await record(database);
    const away = syslogPlace({ host: 'localhost', port: 1, caFile: null });
    const anchors = await open(database, { places: [away] });
    expect((await places()).find(({ name }) => name === 'syslog localhost:1')).toMatchObject({
      lastAt: null,
      error: 'ECONNREFUSED',
    });
    expect(lines()).toHaveLength(2);
    expect((await anchors.check()).firstBad).toBeNull();
  });

  test('are not sent to a server that another authority vouches for', async () => {
    await serving(tlsServer(makeCertificate()), async (port) => {
      await open(database, { places: [syslogPlace({ host: 'localhost', port, caFile: null })] });
      expect((await places())[1]!.error).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
    });
  });

  test('are stamped by an authority, whose stamp openssl verifies', async () => {
    makeCertificate('extendedKeyUsage=critical,timeStamping');
    writeFileSync(join(folder, 'serial'), '01');
    writeFileSync(
      join(folder, 'tsa.cnf'),
      `[tsa]\ndefault_tsa = one\n[one]\nserial = serial\nsigner_cert = cert.pem\nsigner_key = key.pem\nsigner_digest = sha256\ndefault_policy = 1.2.3.4\ndigests = sha256\n`,
    );
    let spoils = false;
    const authority = createServer((req, res) => {
      const parts: Buffer[] = [];
      req.on('data', (part: Buffer) => parts.push(part));
      req.on('end', () => {
        if (!spoils) writeFileSync(join(folder, 'request'), Buffer.concat(parts));
        openssl('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'request', '-out', 'answer');
        res.end(readFileSync(join(folder, 'answer')));
      });
    });
    await serving(authority, async (port) => {
      const stamper = timeStamper(`http://127.0.0.1:${port}/`);
      const anchors = await open(database, { stamper });
      const { signature, stamp } = lastAnchor();
      writeFileSync(join(folder, 'signature'), signature);
      writeFileSync(join(folder, 'stamp'), Buffer.from(stamp!, 'base64'));
      expect(
        openssl('ts', '-verify', '-data', 'signature', '-in', 'stamp', '-CAfile', 'cert.pem'),
      ).toContain('Verification: OK');
      // A stamp of something else is none.
      spoils = true;
      await record(database);
      await anchors.anchor();
      expect(lastAnchor().stamp).toBeUndefined();
      expect((await places()).find(({ name }) => name === 'time stamp')!.error).toMatch(
        /stamped something else/,
      );
      // The next one is stamped again, though the chain has not moved.
      spoils = false;
      await anchors.anchor();
      expect(lastAnchor().stamp).toBeDefined();
      expect((await anchors.check()).firstBad).toBeNull();
    });
  });

  test('become objects of a bucket that nobody deletes before their time', async () => {
    const asked: { url: string; headers: IncomingHttpHeaders; body: string }[] = [];
    const bucket = createServer((req, res) => {
      let body = '';
      req.on('data', (chunk: Buffer) => (body += chunk.toString()));
      req.on('end', () => {
        asked.push({ url: req.url!, headers: req.headers, body });
        res.end();
      });
    });
    await serving(bucket, async (port) => {
      const s3 = {
        endpoint: `http://127.0.0.1:${port}`,
        ...{ bucket: 'files', region: 'us-east-1', forcePathStyle: true },
        ...{ accessKeyId: 'id', secretAccessKey: 'secret' },
      };
      await open(database, { places: [s3AnchorPlace(s3, { bucket: 'locked', days: 10 })] });
    });
    expect(asked[0]).toMatchObject({
      url: expect.stringMatching(/^\/locked\/anchors\/[0-9a-f]{32}\/0{14}1-2027/) as string,
      headers: {
        'x-amz-object-lock-mode': 'COMPLIANCE',
        'x-amz-object-lock-retain-until-date': '2027-01-14T00:00:00Z',
        'content-md5': expect.any(String) as string,
      },
      body: lines()[0],
    });
    expect(errors).toEqual([]);
  });
});
