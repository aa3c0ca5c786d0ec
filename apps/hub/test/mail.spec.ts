import { randomUUID } from 'node:crypto';
import { notify } from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { readMailSettings } from '@taizhang/platform';
import { demoItem, person } from './harness/ledger.ts';
import { changeRow } from './harness/put-rows.ts';
import { at, listAt } from './harness/read.ts';
import { startSmtpServer, type TestSmtpServer } from './harness/smtp-server.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const TEXT = bilingual('本期双周报明日截止', 'The biweekly report is due tomorrow');
const LIST = `query ($filter: NotificationFilter) { notifications(filter: $filter) {
  totalCount edges { node { id text kind subjectId readAt } }
} }`;

/** The decoded subject and text of a mail as it was sent. */
function readMail(content: string) {
  const [head = '', ...body] = content.split('\r\n\r\n');
  const subjectLine = /^subject: (.*)$/im.exec(head.replaceAll(/\r\n\s+/g, ''))?.[1] ?? '';
  const words = [...subjectLine.matchAll(/=\?UTF-8\?(B|Q)\?(.*?)\?=/gi)];
  const subject = words
    .map(([, code, text]) =>
      code!.toUpperCase() === 'B'
        ? decode('base64', text!)
        : decode('quoted', text!.replaceAll('_', ' ')),
    )
    .join('');
  const encoding = /content-transfer-encoding: (\S+)/i.exec(head)?.[1] ?? '';
  return { head, subject, text: decode(encoding, body.join('\r\n\r\n')) };
}

function decode(encoding: string, text: string): string {
  if (/base64/i.test(encoding)) return Buffer.from(text, 'base64').toString();
  const bytes = text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_, code: string) => `%${code}`);
  return /quoted/i.test(encoding) ? decodeURIComponent(bytes) : text;
}

describeOnEachDatabase('a notification', (kind) => {
  let [hub, smtp]: [TestHub?, TestSmtpServer?] = [];
  let clock = new Date('2026-03-02T01:00:00Z');
  const the = () => ({ hub: hub!, smtp: smtp! });
  beforeAll(async () => {
    smtp = await startSmtpServer();
    hub = await startTestHub(kind, {
      configuration: { mail: { smtpUrl: smtp.url, from: '台账 <ledger@example.org>' } },
      now: clock,
    });
    await changeRow(hub, 'Person', person('contact-office'), { email: 'office@example.org' });
  });
  afterAll(async () => {
    await hub?.stop();
    await smtp?.close();
  });
  beforeEach(async () => {
    await hub!.runDueJobs();
    smtp!.received.length = 0;
  });
  afterEach(() => void (hub!.logged.length = 0));
  const pass = (minutes: number) => {
    clock = new Date(clock.getTime() + minutes * 60_000);
    hub!.setClock(clock);
  };
  const tell = (dedupeKey: string = randomUUID()) =>
    the().hub.db.$transaction((tx) =>
      notify(
        tx,
        {
          personIds: [person('contact-office'), person('contact-market')],
          kind: 'BIWEEKLY_REPORT_DUE',
          text: TEXT,
          subject: { type: 'RectificationItem', id: demoItem('1.1') },
          dedupeKey,
        },
        clock,
      ),
    );

  test('is read by those told, once, and by nobody else; mail goes to whoever has an address', async () => {
    const { hub, smtp } = the();
    expect([await tell('once'), await tell('once')]).toEqual([2, 0]);
    await hub.runDueJobs();
    await hub.runDueJobs();
    expect(smtp.received.map(({ to }) => to)).toEqual([['office@example.org']]);
    const mail = readMail(smtp.received[0]!.content);
    expect(mail.subject).toBe(`【台账】${TEXT}`);
    expect(mail.text).toContain('The biweekly report is due tomorrow');
    expect(mail.text).toContain(`${hub.url}/admin/`);
    for (const [login, count] of [
      ['contact-office', 1],
      ['contact-market', 1],
      ['party-affairs', 0],
    ] as const) {
      const answer = await (await hub.signInAs(login)).query(LIST, { filter: { isRead: false } });
      expect([login, at(answer.data, 'notifications.totalCount')]).toEqual([login, count]);
    }
    expect(at((await hub.automation.query(LIST)).data, 'notifications.totalCount')).toBe(0);
  });

  test('is marked as read by its reader alone', async () => {
    const { hub } = the();
    const [mine, other] = [await hub.signInAs('contact-market'), await hub.signInAs('secretary')];
    await tell();
    const id = at(listAt((await mine.query(LIST)).data, 'notifications.edges')[0], 'node.id');
    const MARK = `mutation ($id: ID!) { r: markNotificationRead(input: { id: $id }) {
      __typename ... on Notification { readAt } } }`;
    expect(at((await other.query(MARK, { id })).data, 'r.__typename')).toBe('NotFoundError');
    expect(
      at((await other.query('query ($id: ID!) { node(id: $id) { id } }', { id })).data, 'node'),
    ).toBeNull();
    const first = await mine.query(MARK, { id });
    expect(at(first.data, 'r.readAt')).toBe(clock.toISOString());
    pass(1);
    expect((await mine.query(MARK, { id })).data).toEqual(first.data);
    await tell();
    const ALL = 'mutation { r: markAllNotificationsRead { ... on NotificationsRead { count } } }';
    expect((await mine.query(ALL)).data).toMatchObject({ r: { count: 2 } });
    const unread = await mine.query(LIST, { filter: { isRead: false } });
    expect(at(unread.data, 'notifications.totalCount')).toBe(0);
  });

  test('waits while the mail server is away, and comes once when it is back', async () => {
    const { hub } = the();
    const port = Number(new URL(the().smtp.url).port);
    await the().smtp.close();
    await tell();
    await hub.runDueJobs();
    expect(hub.logged.join('')).toContain('mail-notification');
    expect(hub.logged.join('')).not.toContain('secret-of-the-server');
    smtp = await startSmtpServer(port);
    pass(5);
    await hub.runDueJobs();
    await hub.runDueJobs();
    expect(smtp.received).toHaveLength(1);
  });

  test('is not sent when it waited for days: it would remind of nothing any more', async () => {
    const { hub, smtp } = the();
    await tell();
    pass(4 * 24 * 60);
    await hub.runDueJobs();
    expect(smtp.received).toEqual([]);
    expect(await hub.db.job.count({ where: { name: 'mail-notification' } })).toBe(0);
  });

  test('is not sent to who has been disabled meanwhile', async () => {
    const { hub, smtp } = the();
    await tell();
    const disable = (disabledAt: Date | null) =>
      changeRow(hub, 'Person', person('contact-office'), { disabledAt });
    await disable(clock);
    await hub.runDueJobs();
    await disable(null);
    expect(smtp.received).toEqual([]);
  });

  test('cannot put a line of its own into the head of a mail', async () => {
    const { hub, smtp } = the();
    const id = person('contact-office');
    const { displayName } = await hub.db.person.findUniqueOrThrow({ where: { id } });
    await changeRow(hub, 'Person', id, { displayName: '办公室\r\nBcc: all@example.org' });
    await tell();
    await hub.runDueJobs();
    await changeRow(hub, 'Person', id, { displayName });
    expect(smtp.received.map(({ to }) => to)).toEqual([['office@example.org']]);
    expect(readMail(smtp.received[0]!.content).head).not.toMatch(/^bcc:/im);
  });
});

test.each([
  [{ SMTP_URL: 'http://mail.example.org', MAIL_FROM: 'a@example.org' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtp://user:hidden@mail.example.org' }, 'MAIL_FROM'],
  [{ SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'nobody' }, 'MAIL_FROM'],
  [
    { SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'a@example.org\nBcc: b@example.org' },
    'MAIL_FROM',
  ],
])('mail settings that cannot be used are named without their password (%#)', (env, name) => {
  expect(() => readMailSettings(env)).toThrow(name);
  expect(() => readMailSettings(env)).not.toThrow('hidden');
});

test('without a mail server reminders stay in the console', () => {
  expect(readMailSettings({})).toBeNull();
});
