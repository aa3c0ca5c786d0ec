import {
  checkVersion,
  note,
  obey,
  runCommand,
  type ChangeInput,
  type CommandScope,
  type RequestContext,
} from '@taizhang/platform';
import type { NoteDefinition } from '@taizhang/platform/rules';
import {
  ACCESS_EVENTS,
  reasonInput,
  refusePersonAction,
  type PersonAction,
} from '../rules/index.ts';
import { revokeSessionsOf } from '../sessions.ts';
import { openOrigins } from '../sign-in/count-attempt.ts';
import { loadPerson } from './load-person.ts';

type LoadedPerson = Awaited<ReturnType<typeof loadPerson>>;
type Step = Exclude<PersonAction, 'editPerson' | 'resetPassword' | 'resetTotp'>;

interface Act {
  scope: CommandScope;
  person: LoadedPerson;
  expectedVersion: number;
  reason: string | null;
}

const endSessions = ({ scope: { tx, now }, person: { id } }: Act) => revokeSessionsOf(tx, id, now);

/** Tells of what was done around a person and is no row of the ledger. */
function tell({ scope, person, reason, expectedVersion }: Act, event: NoteDefinition<'Person'>) {
  checkVersion(person, expectedVersion);
  const { id: subjectId, organizationId } = person;
  return scope.record(note(event, { subjectId, organizationId, reason }));
}

const STEPS: Record<Step, (act: Act) => Promise<unknown>> = {
  disablePerson: async (act) => {
    const { scope, person, ...about } = act;
    await scope.change(ACCESS_EVENTS.PERSON_DISABLED, person, { disabledAt: scope.now }, about);
    await endSessions(act);
  },
  enablePerson: ({ scope, person, ...about }) =>
    scope.change(ACCESS_EVENTS.PERSON_ENABLED, person, { disabledAt: null }, about),
  unlockAccount: async (act) => {
    await tell(act, ACCESS_EVENTS.ACCOUNT_UNLOCKED);
    await openOrigins(act.scope.tx, act.person.account!.id);
  },
  revokeSessions: async (act) => {
    await tell(act, ACCESS_EVENTS.SESSIONS_REVOKED);
    await endSessions(act);
  },
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
      const person = await loadPerson(scope, input.id);
      obey(refusePersonAction(action, scope.caller, person, scope.now));
      const { expectedVersion } = input;
      await STEPS[action]({ scope, person, expectedVersion, reason: reason ?? null });
    },
  );
}
