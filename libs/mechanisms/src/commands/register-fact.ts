import { NO_PERMISSION, may } from '@taizhang/access/rules';
import {
  ForbiddenError,
  fromDay,
  NotFoundError,
  runCommand,
  toDay,
  validate,
  type CommandInput,
  type CommandScope,
  type RequestContext,
  type Row,
} from '@taizhang/platform';
import { MECHANISM_EVENTS, registerFactInput } from '../rules/index.ts';
import { loadCalendar } from './load-calendar.ts';
import { namedKey } from './named-key.ts';
import { factRow, lockKind, openForFact } from './open-occurrences.ts';

/**
 * Registers something that happened, as another system tells it, and starts the clocks that it starts. The same
 * key tells of the same fact: told again it changes nothing, told otherwise it is corrected, and what is still open
 * is reckoned anew.
 */
export async function registerFact(context: RequestContext, input: CommandInput): Promise<string> {
  const { organizationId, kind, system, key } = validate(registerFactInput, input);
  const id = namedKey('BusinessFact', organizationId, kind, system, key);
  return runCommand(
    context,
    {
      name: 'registerBusinessFact',
      idempotencyKey: input.idempotencyKey,
      schema: registerFactInput,
      input,
      subjectId: id,
    },
    async (scope, { happenedOn, title, ...key }) => {
      if (!may(scope.caller, 'fact:register', key.organizationId))
        throw new ForbiddenError(NO_PERMISSION);
      const place = await scope.tx.organization.findUnique({ where: { id: key.organizationId } });
      if (!place) throw new NotFoundError('Organization');
      const columns = { title, happenedOn: toDay(happenedOn)! };
      await lockKind(scope.tx, key.organizationId, key.kind);
      const stored = await scope.tx.businessFact.findUnique({ where: { id } });
      if (stored) return correct(scope, stored, columns);
      const fact = await scope.create(MECHANISM_EVENTS.BUSINESS_FACT_REGISTERED, {
        id,
        ...key,
        ...columns,
      });
      await openForFact(scope, fact, await loadCalendar(scope.tx));
    },
  );
}

async function correct(
  scope: CommandScope,
  stored: Row<'BusinessFact'>,
  columns: { title: string; happenedOn: Date },
) {
  const fact = await scope.change(MECHANISM_EVENTS.BUSINESS_FACT_CORRECTED, stored, columns);
  if (fromDay(fact.happenedOn) === fromDay(stored.happenedOn)) return;
  const calendar = await loadCalendar(scope.tx);
  const open = await scope.tx.mechanismOccurrence.findMany({
    where: { factId: fact.id, status: 'DUE', isMoved: false },
    include: { mechanism: true },
  });
  for (const { mechanism, ...occurrence } of open) {
    const {
      mechanismId: _same,
      slot: _stays,
      factId: _its,
      ...days
    } = factRow(mechanism, fact, calendar);
    const { organizationId: _bureau, responsibleUnitId: _unit, ...redated } = days;
    await scope.change(MECHANISM_EVENTS.OCCURRENCE_REDATED, occurrence, redated);
  }
}
