import { isOrganizationReadable } from '@taizhang/access/rules';
import {
  type ChangeInput,
  type CommandInput,
  type CommandScope,
  fromDay,
  given,
  newKey,
  NotFoundError,
  obey,
  type Prisma,
  type RequestContext,
  runCommand,
  saveVersioned,
  toDay,
  ValidationError,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import {
  addAreaInput,
  addRoundInput,
  editRoundInput,
  misplacedDay,
  refuseRoundAction,
  ROUND_DAYS,
  type RoundDays,
} from '../rules/index.ts';
import { loadRound } from './load-follow-up.ts';
import { lockRound } from './lock-row.ts';

/** Registers a round of an organization. */
export function addRound(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'addInspectionRound',
      idempotencyKey: input.idempotencyKey,
      schema: addRoundInput,
      input,
      subjectId: id,
    },
    async (scope, fields) => {
      const { inspectedOrganizationId, code, title, kind, inspectionTeam } = fields;
      await checkOrganization(scope, inspectedOrganizationId);
      obey(refuseRoundAction('editInspectionRound', fields, scope.caller));
      keepDaysInOrder(fields);
      if (await scope.tx.inspectionRound.count({ where: { code } }))
        throw new ValidationError([
          { path: ['code'], message: bilingual('该代码已被占用', 'This code is taken') },
        ]);
      const team = inspectionTeam ?? null;
      await scope.tx.inspectionRound.create({
        data: {
          id,
          code,
          title,
          inspectedOrganizationId,
          inspectionTeam: team,
          ...(kind && { kind }),
          ...daysOf(fields),
        },
      });
      await scope.record({
        type: 'ROUND_ADDED',
        subjectType: 'InspectionRound',
        subjectId: id,
        subjectVersion: 1,
        organizationId: inspectedOrganizationId,
        after: { code, title },
      });
    },
  );
}

/** Changes the fields of a round that the input names. */
export function editRound(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'editInspectionRound',
      idempotencyKey: input.idempotencyKey,
      schema: editRoundInput,
      input,
      subjectId: input.id,
    },
    async (scope, fields) => {
      const round = await loadRound(scope, input.id);
      obey(refuseRoundAction('editInspectionRound', round, scope.caller));
      const stored = Object.fromEntries(ROUND_DAYS.map((day) => [day, fromDay(round[day])]));
      keepDaysInOrder({ ...stored, ...given(pickDays(fields)) });
      const { title, kind, inspectionTeam } = fields;
      const columns = given({
        ...(title && { title }),
        ...(kind && { kind }),
        inspectionTeam,
        ...daysOf(fields),
      });
      const version = await saveVersioned(
        scope.tx.inspectionRound,
        round,
        input.expectedVersion,
        columns,
      );
      await scope.record({
        type: 'ROUND_EDITED',
        subjectType: 'InspectionRound',
        subjectId: round.id,
        subjectVersion: version,
        organizationId: round.inspectedOrganizationId,
        ...differences(round, columns),
      });
    },
  );
}

/** Adds an area behind the last of a round. */
export function addArea(context: RequestContext, input: ChangeInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'addFindingArea',
      idempotencyKey: input.idempotencyKey,
      schema: addAreaInput,
      input,
      subjectId: id,
    },
    async (scope, { title }) => {
      await lockRound(scope.tx, input.id);
      const round = await loadRound(scope, input.id);
      obey(refuseRoundAction('addFindingArea', round, scope.caller));
      const version = await saveVersioned(
        scope.tx.inspectionRound,
        round,
        input.expectedVersion,
        {},
      );
      const { _max } = await scope.tx.findingArea.aggregate({
        where: { roundId: round.id },
        _max: { ordinal: true },
      });
      const ordinal = (_max.ordinal ?? 0) + 1;
      await scope.tx.findingArea.create({ data: { id, roundId: round.id, ordinal, title } });
      await scope.record({
        type: 'AREA_ADDED',
        subjectType: 'InspectionRound',
        subjectId: round.id,
        subjectVersion: version,
        organizationId: round.inspectedOrganizationId,
        after: { ordinal, title },
      });
    },
  );
}

async function checkOrganization({ tx, caller }: CommandScope, id: string) {
  const organization = await tx.organization.findUnique({
    where: { id },
    select: { id: true, code: true },
  });
  if (!organization || !isOrganizationReadable(caller, organization))
    throw new NotFoundError('Organization');
}

const pickDays = (fields: RoundDays) =>
  Object.fromEntries(ROUND_DAYS.map((day) => [day, fields[day]])) as RoundDays;

/** The days given as columns; those not given are left out. */
const daysOf = (fields: RoundDays) =>
  given(
    Object.fromEntries(ROUND_DAYS.map((day) => [day, toDay(fields[day])])) as Record<
      (typeof ROUND_DAYS)[number],
      Date | null | undefined
    >,
  );

/** @throws ValidationError naming the day that comes too early. */
function keepDaysInOrder(days: RoundDays) {
  const misplaced = misplacedDay(days);
  if (!misplaced) return;
  const message = bilingual('日期先后不符', 'It comes before a day that it has to follow');
  throw new ValidationError([{ path: [misplaced], message }]);
}

function differences(round: object, columns: object) {
  const stored = round as Record<string, unknown>;
  const changed = Object.entries(columns as Record<string, unknown>).filter(
    ([field, value]) => JSON.stringify(asJson(value)) !== JSON.stringify(asJson(stored[field])),
  );
  const side = (read: (entry: [string, unknown]) => unknown) =>
    Object.fromEntries(
      changed.map((entry) => [entry[0], asJson(read(entry))]),
    ) as Prisma.InputJsonObject;
  return { before: side(([field]) => stored[field]), after: side(([, value]) => value) };
}

const asJson = (value: unknown) =>
  value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? null);
