import { randomUUID } from 'node:crypto';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const ADD_ORGANIZATION = `mutation ($input: AddOrganizationInput!) {
  addOrganization(input: $input) { __typename ... on Organization { id code parent { code } } ... on Error { code } }
}`;
const ADD_PERSON = `mutation ($input: AddPersonInput!) {
  addPerson(input: $input) {
    __typename
    ... on Person { id displayName organization { code } }
    ... on Error { code }
    ... on ValidationError { fieldErrors { path } }
  }
}`;
const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) { __typename ... on Viewer { name roles { role organization { code } } } }
}`;

const PASSWORD = 'a long enough password';

describeOnEachDatabase('setting up an empty hub by its automation token', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind, { configuration: { demo: false } });
  });
  afterAll(() => hub.stop());

  const organization = async (input: Record<string, unknown>) => {
    const { data } = await hub.automation.query(ADD_ORGANIZATION, {
      input: { idempotencyKey: randomUUID(), ...input },
    });
    return data;
  };
  const person = (input: Record<string, unknown>) => ({
    input: {
      idempotencyKey: randomUUID(),
      displayName: '整改办',
      role: 'PARTY_AFFAIRS',
      loginName: 'office',
      password: PASSWORD,
      ...input,
    },
  });

  test('makes the tree, then somebody who signs in with a password that is kept only as argon2id', async () => {
    const district = await organization({ code: 'Q', name: '某区', kind: 'DISTRICT' });
    const parentId = at(district, 'addOrganization.id');
    const bureau = await organization({ code: 'Q-1', name: '某局', kind: 'BUREAU', parentId });
    const organizationId = at(bureau, 'addOrganization.id');
    expect(at(bureau, 'addOrganization.parent.code')).toBe('Q');

    const short = await hub.automation.query(
      ADD_PERSON,
      person({ organizationId, password: 'short' }),
    );
    expect(at(short.data, 'addPerson.fieldErrors.0.path.0')).toBe('password');

    const added = await hub.automation.query(ADD_PERSON, person({ organizationId }));
    expect(at(added.data, 'addPerson.organization.code')).toBe('Q-1');
    const account = await hub.db.account.findUniqueOrThrow({ where: { loginName: 'office' } });
    expect(account.passwordHash).toMatch(/^\$argon2id\$/);

    const again = await hub.automation.query(ADD_PERSON, person({ organizationId }));
    expect(at(again.data, 'addPerson.fieldErrors.0.path.0')).toBe('loginName');

    const { data } = await hub.anonymous.query(SIGN_IN, {
      input: { loginName: 'office', password: PASSWORD },
    });
    expect(data).toMatchObject({
      signIn: { name: '整改办', roles: [{ role: 'PARTY_AFFAIRS', organization: { code: 'Q-1' } }] },
    });
  });

  test('refuses a second district and whoever manages no organizations', async () => {
    const second = await organization({ code: 'R', name: '另一区', kind: 'DISTRICT' });
    expect(at(second, 'addOrganization.code')).toBe('VALIDATION');
    const { data } = await hub.anonymous.query(ADD_ORGANIZATION, {
      input: { idempotencyKey: randomUUID(), code: 'S', name: '某', kind: 'DISTRICT' },
    });
    expect(at(data, 'addOrganization.code')).toBe('FORBIDDEN');
  });
});
