import {
  checkVersion,
  obey,
  runCommand,
  ValidationError,
  type ChangeInput,
  type CommandScope,
  type RequestContext,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import {
  editEntryInput,
  lastStep,
  refuseEdit,
  refuseStep,
  REGISTER_EVENTS,
  stageOf,
  stepOf,
  takeStepInput,
  type RegisterDefinition,
} from '../rules/index.ts';
import { composeEntry, takenStep } from './compose-entry.ts';
import { loadEntry } from './load-register.ts';

/** Takes a step of the flow with an entry. */
export function takeRegisterStep(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'takeRegisterStep',
      idempotencyKey: input.idempotencyKey,
      schema: takeStepInput,
      input,
      subjectId: input.id,
    },
    async (scope, fields) => {
      const { row, values, stepsTaken, definition } = await loadEntry(scope, input.id);
      checkVersion(row, input.expectedVersion);
      const step = stepOf(definition, fields.step);
      if (!step?.from.length) throw noSuchStep(definition);
      obey(refuseStep(definition, step, { ...row, stepsTaken }, scope.caller));
      if (step.needsReason && !fields.reason) throw REASON_MISSING;
      await lockNames(scope, row.registerId, definition);
      const composed = await composeEntry(scope, {
        ...row,
        entryId: row.id,
        definition,
        step,
        given: fields.values,
        held: values,
      });
      const reason = fields.reason ?? null;
      const taken = takenStep(scope, step, {
        ordinal: stepsTaken.length + 1,
        from: row.stage,
        reason,
      });
      await scope.change(
        REGISTER_EVENTS.ENTRY_STEP_TAKEN,
        row,
        {
          ...composed,
          stage: step.to,
          isOpen: !stageOf(definition, step.to)!.isEnd,
          stepsTaken: [...stepsTaken, taken],
        },
        { expectedVersion: input.expectedVersion, reason },
      );
    },
  );
}

/** Puts right what the last step said; whoever does so stands in for who took it. */
export function editRegisterEntry(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'editRegisterEntry',
      idempotencyKey: input.idempotencyKey,
      schema: editEntryInput,
      input,
      subjectId: input.id,
    },
    async (scope, fields) => {
      const { row, values, stepsTaken, definition } = await loadEntry(scope, input.id);
      checkVersion(row, input.expectedVersion);
      obey(refuseEdit(definition, { ...row, stepsTaken }, scope.caller));
      await lockNames(scope, row.registerId, definition);
      const last = stepsTaken.at(-1)!;
      const composed = await composeEntry(scope, {
        ...row,
        entryId: row.id,
        definition,
        step: lastStep(definition, { stepsTaken }),
        stage: last.from ?? row.stage,
        given: fields.values,
        held: values,
      });
      const { personId, name } = scope.caller;
      await scope.change(
        REGISTER_EVENTS.ENTRY_EDITED,
        row,
        {
          ...composed,
          stepsTaken: [
            ...stepsTaken.slice(0, -1),
            { ...last, takenById: personId, takenByName: name },
          ],
        },
        { expectedVersion: input.expectedVersion, reason: fields.reason },
      );
    },
  );
}

/** Where a field is unique, entries of the register are written one after the other. */
async function lockNames({ tx }: CommandScope, registerId: string, definition: RegisterDefinition) {
  if (!definition.fields.some(({ isUnique }) => isUnique)) return;
  await tx.$queryRaw`SELECT 1 FROM "Register" WHERE "id" = ${registerId}::uuid FOR UPDATE`;
}

const noSuchStep = ({ steps }: RegisterDefinition) => {
  const keys = steps.filter(({ from }) => from.length).map(({ key }) => key);
  const message = bilingual(
    `没有此步骤，可办理：${keys.join('、')}`,
    `There is no such step; there are ${keys.join(', ')}`,
  );
  return new ValidationError([{ path: ['step'], message }]);
};

const REASON_MISSING = new ValidationError([
  { path: ['reason'], message: bilingual('此步骤须说明理由', 'This step needs a reason') },
]);
