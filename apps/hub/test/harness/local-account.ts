import { hashPassword } from '@taizhang/access';
import type { Role } from '@taizhang/platform';
import { Client, cookieOf, type Answer } from './client.ts';
import { unit } from './ledger.ts';
import { prepared, putRows } from './put-rows.ts';
import { textAt } from './read.ts';
import type { TestHub } from './test-hub.ts';

export const PASSWORD = '正确的密码 2027';

/** Every error type of the mutations around one's own account, and what a test reads of it. */
export const FAILURE = `
  __typename
  ... on Error { code message }
  ... on ValidationError { fieldErrors { path message } }
`;

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) {
  __typename
  ... on Viewer { name requiredStep }
  ... on SignInError { code message }
  ... on SecondFactorRequired { challenge }
  ... on ValidationError { code fieldErrors { path } }
} }`;

/** Signs in with a local account and returns the whole answer. */
export const signIn = (client: Client, loginName: string, password = PASSWORD): Promise<Answer> =>
  client.query(SIGN_IN, { input: { loginName, password } });

/** A client with the session that a sign-in opened. @throws when it opened none */
export async function signedIn(
  hub: TestHub,
  loginName: string,
  password = PASSWORD,
): Promise<Client> {
  const answer = await signIn(hub.anonymous, loginName, password);
  textAt(answer.data, 'signIn.name');
  return new Client(hub.url, { cookie: cookieOf(answer.headers) });
}

/** Puts a person of the Minhang bureau with a local account into the database. */
export async function putAccount(
  hub: Pick<TestHub, 'db'>,
  loginName: string,
  {
    role = 'PARTY_AFFAIRS',
    ...fields
  }: { role?: Role; mustChangePassword?: boolean; disabledAt?: Date } = {},
) {
  const organizationId = role.endsWith('ADMINISTRATOR') ? unit('MH') : unit('WL');
  const passwordHash = await hashPassword(PASSWORD);
  const person = await putRows(hub, async ({ create }) => {
    const made = await create(prepared('Person'), {
      organizationId,
      displayName: `某科室 ${loginName}`,
    });
    await create(prepared('RoleAssignment'), { personId: made.id, role, organizationId });
    await create(prepared('Account'), { personId: made.id, loginName, passwordHash, ...fields });
    return made;
  });
  return { ...person, apiId: `Person_${person.id}` };
}

/** Puts a person of the demonstration with a role at a place, who signs in by one click. */
export const putDemoPerson = (
  hub: Pick<TestHub, 'db'>,
  loginName: string,
  {
    role,
    organizationId,
    displayName,
  }: { role: Role; organizationId: string; displayName: string },
) =>
  putRows(hub, async ({ create }) => {
    const person = { organizationId, displayName, isDemo: true };
    const made = await create(prepared('Person'), person);
    await create(prepared('RoleAssignment'), { personId: made.id, role, organizationId });
    await create(prepared('Account'), { personId: made.id, loginName });
    return made;
  });
