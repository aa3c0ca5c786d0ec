import type { PersonKey } from '@taizhang/demo';
import { moveClock } from './biweekly.ts';
import { listAt, textAt } from './read.ts';
import { runMutation } from './run-mutation.ts';
import type { TestHub } from './test-hub.ts';

const MECHANISM = `StandingMechanism { id title status statusReason version startsOn cadenceFrom item { id } measure { id }
  cadence recurrenceRule timesPerPeriod period allowedActions { action allowed reason } }`;
const OCCURRENCE = `MechanismOccurrence { id slot slotOn opensOn dueOn graceEndsOn status isLate isMoved isProvisional doneOn note reason version
  doneBy { displayName } responsibleUnit { code } fact { title }
  proofs { training { topic } document { title } evidence { fileName } }
  allowedActions { action allowed reason } }`;

/** What a mutation of this domain answers with. */
const answerOf = (mutation: string) =>
  /Occurrence$/.test(mutation)
    ? OCCURRENCE
    : /Fact$/.test(mutation)
      ? 'BusinessFact { id kind system key title happenedOn version }'
      : /Calendar$/.test(mutation)
        ? 'WorkingCalendar { id year version }'
        : MECHANISM;

/** Runs a mutation on mechanisms as a demo person. */
export const mechanism = async (
  hub: TestHub,
  login: PersonKey,
  mutation: string,
  input: Record<string, unknown>,
): Promise<unknown> => runMutation(await hub.signInAs(login), mutation, input, answerOf(mutation));

/** An occurrence as a list reads it. */
export interface SeenOccurrence {
  id: string;
  slot: string;
  slotOn: string;
  opensOn: string;
  dueOn: string;
  graceEndsOn: string;
  status: string;
  isLate: boolean;
  isProvisional: boolean;
  reason: string | null;
  doneOn: string | null;
  version: number;
}

/** All occurrences of a mechanism in the order of their days, page by page. */
export async function occurrencesOf(hub: TestHub, id: string): Promise<SeenOccurrence[]> {
  const seen: unknown[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { data, text } = await hub.automation.query(
      `query ($id: ID!, $after: String) { node(id: $id) { ... on StandingMechanism {
        occurrences(first: 100, after: $after) { nodes { ... on ${OCCURRENCE} } pageInfo { hasNextPage endCursor } } } } }`,
      { id, after },
    );
    if (!data) throw new Error(text);
    seen.push(...listAt(data, 'node.occurrences.nodes'));
    const { hasNextPage, endCursor } = (
      data as { node: { occurrences: { pageInfo: { hasNextPage: boolean; endCursor: string } } } }
    ).node.occurrences.pageInfo;
    more = hasNextPage;
    after = endCursor;
  }
  return seen as SeenOccurrence[];
}

/** Puts the clock to a moment in China and lets the hub do what is due by then. */
export async function liveUntil(hub: TestHub, moment: string): Promise<void> {
  await moveClock(hub, moment);
  await hub.runDueJobs();
  // Connections that the hub closed meanwhile are seen to be closed before one is used again.
  await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Sets up a mechanism and says its id. @throws what was refused. */
export async function addMechanism(
  hub: TestHub,
  input: Record<string, unknown>,
  login: PersonKey = 'party-affairs',
): Promise<string> {
  const added = await mechanism(hub, login, 'addStandingMechanism', input);
  try {
    return textAt(added, 'id');
  } catch {
    throw new Error(JSON.stringify(added));
  }
}
