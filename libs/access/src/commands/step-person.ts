import {
  type ChangeInput,
  type CommandScope,
  obey,
  type RequestContext,
  runCommand,
  saveVersioned,
} from '@taizhang/platform';
import { reasonInput, refusePersonAction, type PersonAction } from '../rules/index.ts';
import { revokeSessionsOf } from '../sessions.ts';
import { loadPerson } from './load-person.ts';

type LoadedPerson = Awaited<ReturnType<typeof loadPerson>>;
type Step = Exclude<PersonAction, 'editPerson' | 'resetPassword' | 'resetTotp'>;

interface Effect {
  event: string;
  /** The columns of the person that it sets. */
  columns?: (now: Date) => { disabledAt: Date | null };
  /** What else it does. */
  also?: (scope: CommandScope, person: LoadedPerson) => Promise<unknown>;
}

const endSessions = ({ tx, now }: CommandScope, { id }: LoadedPerson) =>
  revokeSessionsOf(tx, id, now);

const EFFECTS: Record<Step, Effect> = {
  disablePerson: {
    event: 'PERSON_DISABLED',
    columns: (now) => ({ disabledAt: now }),
    also: endSessions,
  },
  enablePerson: { event: 'PERSON_ENABLED', columns: () => ({ disabledAt: null }) },
  unlockAccount: {
    event: 'ACCOUNT_UNLOCKED',
    also: ({ tx }, { account }) =>
      tx.account.update({
        where: { id: account!.id },
        data: { failedAttempts: 0, lockedUntil: null },
      }),
  },
  revokeSessions: { event: 'SESSIONS_REVOKED', also: endSessions },
};

/** Disables or enables a person, unlocks their account or ends their sessions, at once. */
export function stepPerson(
  action: Step,
  context: RequestContext,
  input: ChangeInput,
): Promise<string> {
  return runCommand(
    context,
    {
      name: action,
      idempotencyKey: input.idempotencyKey,
      schema: reasonInput,
      input,
      subjectId: input.id,
    },
    async (scope, { reason }) => {
      const { event, columns, also } = EFFECTS[action];
      const person = await loadPerson(scope, input.id);
      obey(refusePersonAction(action, scope.caller, person, scope.now));
      const version = await saveVersioned(
        scope.tx.person,
        person,
        input.expectedVersion,
        columns?.(scope.now) ?? {},
      );
      await also?.(scope, person);
      await scope.record({
        type: event,
        subjectType: 'Person',
        subjectId: person.id,
        subjectVersion: version,
        organizationId: person.organizationId,
        reason: reason ?? null,
      });
    },
  );
}
