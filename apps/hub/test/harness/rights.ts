import { randomUUID } from 'node:crypto';
import type { Client } from './client.ts';
import { at, numberAt } from './read.ts';

const ERRORS = `... on Error { code message }
  ... on ValidationError { fieldErrors { path message } }
  ... on TransitionError { rule }`;
const PERSON = `... on Person {
  id displayName position email version disabledAt sessionCount
  roles { role organization { code } } account { loginName isLocked }
  allowedActions { action allowed }
}`;
const CLIENT = `... on ApiClient {
  id name role scopes expiresOn isExpired lastUsedAt disabledAt token version
  organization { code } allowedActions { action allowed }
}`;

const inputType = (mutation: string) => `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
export const rightsDocument = (mutation: string) =>
  `mutation ($input: ${inputType(mutation)}!) {
    result: ${mutation}(input: $input) {
      __typename ${ERRORS} ${/ApiClient/.test(mutation) ? CLIENT : ''}
      ${/Person|Role|Account|Sessions/.test(mutation) ? PERSON : ''}
      ${/Organization/.test(mutation) ? '... on Organization { id name shortName version }' : ''}
    }
  }`;

/** Runs a mutation on rights with a fresh idempotency key unless one is given. */
export async function rights(client: Client, mutation: string, input: Record<string, unknown>) {
  const answer = await client.query(rightsDocument(mutation), {
    input: { idempotencyKey: randomUUID(), ...input },
  });
  const result = at(answer.data, 'result');
  if (!result) throw new Error(`${mutation} answered ${answer.text}`);
  return result;
}

/** A record's version as this caller reads it. */
export async function versionOf(client: Client, id: string): Promise<number> {
  const answer = await client.query(
    'query ($id: ID!) { node(id: $id) { ... on Person { version } ... on ApiClient { version } ... on Organization { version } } }',
    { id },
  );
  return numberAt(answer.data, 'node.version');
}
