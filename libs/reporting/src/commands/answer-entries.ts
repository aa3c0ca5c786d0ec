import {
  fromDay,
  obey,
  runCommand,
  saveVersioned,
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
      const step = BIWEEKLY_ENTRY_STEPS[action];
      const version = await saveVersioned(scope.tx.biweeklyEntry, entry, input.expectedVersion, {
        answer: step.to,
        ...byCaller(scope),
      });
      await recordAnswer(scope, step, { ...entry, version }, entry.unitReport, {});
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
      const step = BIWEEKLY_ENTRY_STEPS[action];
      const said = {
        progress: fields.progress,
        difficulties: fields.difficulties ?? null,
        nextStep: fields.nextStep ?? null,
      };
      const expectedOn = fields.expectedOn ?? null;
      const version = await saveVersioned(scope.tx.biweeklyEntry, entry, input.expectedVersion, {
        answer: step.to,
        ...said,
        expectedOn: toDay(expectedOn)!,
        ...byCaller(scope),
      });
      await recordAnswer(scope, step, { ...entry, version }, entry.unitReport, {
        before: {
          progress: entry.progress,
          difficulties: entry.difficulties,
          nextStep: entry.nextStep,
          expectedOn: fromDay(entry.expectedOn),
        },
        after: { ...said, expectedOn },
      });
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
      const version = await saveVersioned(tx.biweeklyUnitReport, unit, input.expectedVersion, {
        status: BIWEEKLY_UNIT_STEPS[action].to,
      });
      const entries = await tx.biweeklyEntry.findMany({
        where: { unitReportId: unit.id, answer: 'UNANSWERED', progress: { not: null } },
        orderBy: { id: 'asc' },
      });
      await tx.biweeklyEntry.updateMany({
        where: { id: { in: entries.map(({ id }) => id) } },
        data: { answer: 'CONFIRMED', version: { increment: 1 }, ...byCaller(scope) },
      });
      await scope.record({
        type: BIWEEKLY_UNIT_STEPS[action].event,
        subjectType: 'BiweeklyUnitReport',
        subjectId: unit.id,
        subjectVersion: version,
        organizationId: unit.organizationId,
        before: { status: unit.status },
        after: { status: BIWEEKLY_UNIT_STEPS[action].to, confirmed: entries.length },
      });
      const step = BIWEEKLY_ENTRY_STEPS.confirmBiweeklyEntry;
      for (const entry of entries)
        await recordAnswer(scope, step, { ...entry, version: entry.version + 1 }, unit, {});
    },
  );
}

async function recordAnswer(
  scope: CommandScope,
  step: { event: string; to: string },
  entry: { id: string; itemId: string; version: number; answer: string },
  { organizationId }: { organizationId: string },
  { before, after }: { before?: object; after?: object },
) {
  await scope.record({
    type: step.event,
    subjectType: 'BiweeklyEntry',
    subjectId: entry.id,
    subjectVersion: entry.version,
    itemId: entry.itemId,
    organizationId,
    before: { status: entry.answer, ...before },
    after: { status: step.to, ...after },
  });
}
