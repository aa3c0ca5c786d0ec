import { randomUUID } from 'node:crypto';
import type { Client } from './client.ts';
import { at } from './read.ts';

/** What is read back of a changed record, by its type. */
const SELECTIONS = {
  RectificationItem: 'code title status version dueOn firstDueOn closedOn reviewOn',
  CorrectiveMeasure: 'ordinal text status version progress returnReason',
  Evidence: 'fileName status version sha256 downloadUrl',
  InstitutionalDocument:
    'title status statusIsReported version newest: currentVersion { ordinal documentNumber }',
  ExtensionRequest: 'status version requestedDueOn',
  Supervision: 'kind note answer version',
  Milestone: 'ordinal title dueOn reachedOn version',
  Training: 'topic status heldOn sessionCount attendanceCount hours version',
} as const;
type RecordType = keyof typeof SELECTIONS;

/** The type of record that a mutation answers with. */
function recordOf(mutation: string): RecordType {
  if (mutation.includes('Extension')) return 'ExtensionRequest';
  if (/^supervise|Supervision$/.test(mutation)) return 'Supervision';
  if (mutation.includes('Milestone')) return 'Milestone';
  const found = (
    ['RectificationItem', 'Measure', 'Evidence', 'Document', 'Training'] as const
  ).find((noun) => mutation.includes(noun));
  if (!found) throw new Error(`No record is known for ${mutation}`);
  if (found === 'Measure') return 'CorrectiveMeasure';
  return found === 'Document' ? 'InstitutionalDocument' : found;
}

/** The document that runs a command mutation with `$input`. */
export function changeDocument(mutation: string): string {
  const record = recordOf(mutation);
  return `mutation ($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) {
    result: ${mutation}(input: $input) {
      __typename
      ... on Error { code message }
      ... on ValidationError { fieldErrors { path message } }
      ... on ConflictError { currentVersion fields { field yours current } }
      ... on TransitionError { rule }
      ... on ${record} { id ${SELECTIONS[record]} }
    }
  }`;
}

/** Runs a command mutation with a fresh idempotency key unless one is given, and returns its result. */
export async function change(
  client: Client,
  mutation: string,
  input: Record<string, unknown>,
): Promise<unknown> {
  const answer = await client.query(changeDocument(mutation), {
    input: { idempotencyKey: randomUUID(), ...input },
  });
  const result = at(answer.data, 'result');
  if (!result) throw new Error(`${mutation} answered ${answer.text}`);
  return result;
}
