import { readdirSync } from 'node:fs';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Client, cookieOf } from './harness/client.ts';
import { expectFold } from './harness/expect-fold.ts';
import { signIn } from './harness/local-account.ts';
import { at, listAt, textAt } from './harness/read.ts';
import { STORIES } from './harness/stories.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';
import { expectTold } from './harness/told-events.ts';

const SET_UP = `mutation ($input: SetUpHubInput!) { setUpHub(input: $input) {
  __typename
  ... on Viewer { name roles { role organization { code } } }
  ... on Error { code message }
  ... on ValidationError { fieldErrors { path } }
} }`;

const START = new Date('2027-01-04T00:00:00Z');

const who = (loginName: string) => ({
  displayName: `岗位 ${loginName}`,
  loginName,
  password: `a long enough word for it`,
});
const form = (token?: string) => ({
  ...(token !== undefined && { token }),
  districtCode: 'Q',
  districtName: '某区',
  systemAdministrator: who('sys'),
  securityAdministrator: who('sec'),
  auditAdministrator: who('aud'),
});

describeOnEachDatabase('the first set-up of an empty hub', (kind) => {
  let hub: TestHub;
  beforeEach(async () => {
    hub = await startTestHub(kind, { configuration: { demo: false }, now: START });
  });
  afterEach(() => hub.stop());

  const token = () => hub.setUpUrl!.split('#')[1]!;
  const setUp = (input: Record<string, unknown>, client = hub.anonymous) =>
    client.query(SET_UP, { input });
  const isPending = async () =>
    at(
      (await hub.anonymous.query('{ signInOptions { isSetUpPending } }')).data,
      'signInOptions.isSetUpPending',
    );

  test('takes the token of the link, which is told by the start and kept nowhere, and works once', async () => {
    expect(readdirSync(hub.dataDir)).not.toContain('set-up.token');
    expect(await isPending()).toBe(true);
    const link = token();
    for (const wrong of ['', 'x', `A${link}`, link.slice(0, -4)])
      expect(at((await setUp(form(wrong))).data, 'setUpHub.code')).toBe('FORBIDDEN');
    expect(at((await setUp(form())).data, 'setUpHub.code')).toBe('FORBIDDEN');
    expect(await hub.db.organization.count()).toBe(0);

    const answer = await setUp(form(link));
    expect(answer.data).toEqual({
      setUpHub: {
        __typename: 'Viewer',
        name: '岗位 sys',
        roles: [{ role: 'SYSTEM_ADMINISTRATOR', organization: { code: 'Q' } }],
      },
    });
    expect(await isPending()).toBe(false);
    expect(at((await setUp(form(link))).data, 'setUpHub.code')).toBe('FORBIDDEN');
    expect(await hub.db.person.count()).toBe(3);

    const client = new Client(hub.url, { cookie: cookieOf(answer.headers) });
    const people = await client.query('{ people { edges { node { displayName } } } }');
    expect(listAt(people.data, 'people.edges')).toHaveLength(3);
    const steps = await Promise.all(
      ['sys', 'sec', 'aud'].map(async (name) =>
        at((await signIn(hub.anonymous, name, who(name).password)).data, 'signIn.requiredStep'),
      ),
    );
    expect(steps).toEqual([null, 'CHANGE_PASSWORD', 'CHANGE_PASSWORD']);
    await expectFold(hub);
    await expectTold(hub, 0n, STORIES['set-up']);
  });

  test('takes a link for an hour', async () => {
    hub.setClock(new Date(START.getTime() + 61 * 60_000));
    expect(at((await setUp(form(token()))).data, 'setUpHub.code')).toBe('FORBIDDEN');
    hub.setClock(new Date(START.getTime() + 59 * 60_000));
    expect(at((await setUp(form(token()))).data, 'setUpHub.__typename')).toBe('Viewer');
  });

  test('ten times at once makes one district', async () => {
    const link = token();
    const answers = await Promise.all(Array.from({ length: 10 }, () => setUp(form(link))));
    const types = answers.map((answer) => textAt(answer.data, 'setUpHub.__typename'));
    expect(types.filter((type) => type === 'Viewer')).toHaveLength(1);
    expect(types.filter((type) => type === 'ForbiddenError')).toHaveLength(9);
    expect([await hub.db.organization.count(), await hub.db.person.count()]).toEqual([1, 3]);
  });

  test('is checked field by field', async () => {
    const fieldErrors = async (change: object) =>
      at((await setUp({ ...form(token()), ...change })).data, 'setUpHub.fieldErrors.0.path');
    expect(await fieldErrors({ districtCode: 'q' })).toEqual(['districtCode']);
    expect(await fieldErrors({ auditAdministrator: { ...who('aud'), password: 'short' } })).toEqual(
      ['auditAdministrator', 'password'],
    );
    expect(await fieldErrors({ securityAdministrator: who('sys') })).toEqual([
      'securityAdministrator',
      'loginName',
    ]);
    expect(await hub.db.organization.count()).toBe(0);
  });

  test('can be done by automation without a token, signing nobody in', async () => {
    const answer = await setUp(form(), hub.automation);
    expect(at(answer.data, 'setUpHub.name')).toBe('岗位 sys');
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await isPending()).toBe(false);
  });
});
