import {
  obey,
  runCommand,
  toDay,
  type ChangeInput,
  type CommandScope,
  type RequestContext,
} from '@taizhang/platform';
import { stepInput } from '@taizhang/rectification/rules';
import {
  BIWEEKLY_ENTRY_STEPS,
  BIWEEKLY_UNIT_STEPS,
  refuseEntryStep,
  refuseUnitStep,
  REPORTING_EVENTS,
  updateEntryInput,
} from '../rules/index.ts';
import { entryState, loadEntry, loadUnitReport, unitState } from './load-biweekly.ts';

const byCaller = ({ caller, now }: CommandScope) => ({
  answeredById: caller.personId,
  answeredAt: now,
});

/** Says of one item that nothing has changed since the period before. */
export function confirmEntry(context: RequestContext, input: ChangeInput): Promise<string> {
  const action = 'confirmBiweeklyEntry';
  const { idempotencyKey, id: subjectId } = input;
  return runCommand(
    context,
    { name: action, idempotencyKey, schema: stepInput, input, subjectId },
    async (scope) => {
      const entry = await loadEntry(scope, input.id);
      obey(refuseEntryStep(action, entryState(entry), scope.caller));
      const { event, to: answer } = BIWEEKLY_ENTRY_STEPS[action];
      const { expectedVersion } = input;
      const columns = { answer, ...byCaller(scope) };
      await scope.change(REPORTING_EVENTS[event], entry, columns, { expectedVersion });
    },
  );
}

/** Writes down what has changed about one item. */
export function updateEntry(context: RequestContext, input: ChangeInput): Promise<string> {
  const action = 'updateBiweeklyEntry';
  const { idempotencyKey, id: subjectId } = input;
  return runCommand(
    context,
    { name: action, idempotencyKey, schema: updateEntryInput, input, subjectId },
    async (scope, fields) => {
      const entry = await loadEntry(scope, input.id);
      obey(refuseEntryStep(action, entryState(entry), scope.caller));
      const { event, to: answer } = BIWEEKLY_ENTRY_STEPS[action];
      await scope.change(
        REPORTING_EVENTS[event],
        entry,
        {
          answer,
          progress: fields.progress,
          difficulties: fields.difficulties ?? null,
          nextStep: fields.nextStep ?? null,
          expectedOn: toDay(fields.expectedOn ?? null),
          ...byCaller(scope),
        },
        { expectedVersion: input.expectedVersion },
      );
    },
  );
}

/** Confirms at once every item of a unit that is unanswered and has a progress to go on with. */
export function confirmAllEntries(context: RequestContext, input: ChangeInput): Promise<string> {
  const action = 'confirmAllBiweeklyEntries';
  const { idempotencyKey, id: subjectId } = input;
  return runCommand(
    context,
    { name: action, idempotencyKey, schema: stepInput, input, subjectId },
    async (scope) => {
      const { tx, caller } = scope;
      const unit = await loadUnitReport(scope, input.id);
      obey(refuseUnitStep(action, unitState(unit), caller));
      const { event, to: status } = BIWEEKLY_UNIT_STEPS[action];
      const { expectedVersion } = input;
      await scope.change(REPORTING_EVENTS[event], unit, { status }, { expectedVersion });
      const entries = await tx.biweeklyEntry.findMany({
        where: { unitReportId: unit.id, answer: 'UNANSWERED', progress: { not: null } },
        orderBy: { id: 'asc' },
      });
      const confirmed = BIWEEKLY_ENTRY_STEPS.confirmBiweeklyEntry;
      const columns = { answer: confirmed.to, ...byCaller(scope) };
      for (const entry of entries)
        await scope.change(REPORTING_EVENTS[confirmed.event], entry, columns);
    },
  );
}
