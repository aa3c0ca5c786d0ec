import { randomUUID } from 'node:crypto';
import type { Client } from './client.ts';
import { at } from './read.ts';

/**
 * Runs a command mutation with a fresh idempotency key unless one is given.
 *
 * @param answer the type of record that it answers with and what to read of it, such as `Milestone { ordinal }`.
 */
export async function runMutation(
  client: Client,
  mutation: string,
  input: Record<string, unknown>,
  answer: string,
): Promise<unknown> {
  const document = `mutation ($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) {
    result: ${mutation}(input: $input) {
      __typename
      ... on Error { code message }
      ... on ValidationError { fieldErrors { path message } }
      ... on ConflictError { currentVersion }
      ... on TransitionError { rule }
      ... on ${answer}
    }
  }`;
  const { data, text } = await client.query(document, {
    input: { idempotencyKey: randomUUID(), ...input },
  });
  const result = at(data, 'result');
  if (!result) throw new Error(`${mutation} answered ${text}`);
  return result;
}
