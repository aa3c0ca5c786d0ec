import { NO_PERMISSION } from '@taizhang/access/rules';
import { checkPlaces } from '@taizhang/access/visibility';
import {
  ForbiddenError,
  newKey,
  obey,
  runCommand,
  toDay,
  type CommandInput,
  type CommandScope,
  type RequestContext,
} from '@taizhang/platform';
import { todayInShanghai } from '@taizhang/platform/rules';
import {
  enteringStep,
  mayTake,
  refuseClosed,
  REGISTER_EVENTS,
  registerEntryInput,
  stageOf,
} from '../rules/index.ts';
import { composeEntry, takenStep } from './compose-entry.ts';
import { definitionOf } from '../stored-value.ts';
import { loadCurrentVersion, loadRegister } from './load-register.ts';

/** Makes an entry by the current version of a register: the first step of its flow. */
export function registerEntry(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'registerEntry',
      idempotencyKey: input.idempotencyKey,
      schema: registerEntryInput,
      input,
      subjectId: id,
    },
    async (scope, fields) => {
      const register = await loadRegister(scope, fields.registerId);
      obey(refuseClosed(register));
      const version = await loadCurrentVersion(scope, register);
      const definition = definitionOf(version);
      const places = await placesOf(scope, register.organizationId, fields.unitId);
      const step = enteringStep(definition);
      if (!mayTake(scope.caller, step, places)) throw new ForbiddenError(NO_PERMISSION);
      const number = (await lastNumber(scope, register.id)) + 1;
      const composed = await composeEntry(scope, {
        ...places,
        entryId: id,
        registerId: register.id,
        number,
        definition,
        step,
        stage: step.to,
        given: fields.values,
        held: [],
      });
      await scope.create(REGISTER_EVENTS.ENTRY_REGISTERED, {
        id,
        registerId: register.id,
        registerVersionId: version.id,
        number,
        ...places,
        ...composed,
        stage: step.to,
        isOpen: !stageOf(definition, step.to)!.isEnd,
        enteredById: scope.caller.personId,
        enteredOn: toDay(todayInShanghai(scope.now))!,
        stepsTaken: [takenStep(scope, step, { ordinal: 1, from: null, reason: null })],
      });
    },
  );
}

/** Where the entry belongs: the register's bureau, and the unit said or the caller's own. @throws NotFoundError */
async function placesOf(
  scope: CommandScope,
  organizationId: string,
  named: string | null | undefined,
) {
  const { tx, caller } = scope;
  const own = named ?? caller.organizationId;
  const unit = await tx.organization.findUnique({ where: { id: own } });
  const unitId = named ?? (unit?.kind === 'UNIT' ? unit.id : null);
  await checkPlaces(scope, { organizationId, responsibleUnitId: unitId }, null, [named]);
  return { organizationId, unitId };
}

/** Numbers are given out under the lock of the register. */
async function lastNumber({ tx }: CommandScope, registerId: string): Promise<number> {
  const last = await tx.registerEntry.findFirst({
    where: { registerId },
    orderBy: { number: 'desc' },
    select: { number: true },
  });
  return last?.number ?? 0;
}
