import { z } from 'zod';
import type { LedgerModel } from '../changes/ledger-model.ts';
import { tableOf } from '../changes/table-of.ts';
import { runCommand, type CommandScope } from '../commands/run-command.ts';
import { ForbiddenError, NotFoundError, ValidationError } from '../errors/domain-errors.ts';
import { bilingual, optionalLine, PLATFORM_EVENTS, requiredLine } from '../rules/index.ts';
import type { RequestContext } from '../schema/context.ts';
import type { CommandInput } from '../schema/command-mutation.ts';
import { decodeRecordId } from '../schema/record-id.ts';
import { knownElsewhere } from './known-elsewhere.ts';

/** 外部系统的键 */
const externalRefInput = z.object({ system: requiredLine(100), key: optionalLine(200) });

const MAY_NOT = bilingual('您无权修改该记录', 'You may not edit the record');
const TAKEN = bilingual(
  '该系统已将此键用于另一条记录',
  'The system knows another record by this key',
);

/**
 * Sets, changes or takes away the key under which another system knows a record. Whoever may edit the
 * record may do so, whatever its status: the key says nothing of what it holds.
 *
 * @throws NotFoundError where the caller does not see the record, or such records have no keys elsewhere.
 */
export async function setExternalRef(
  context: RequestContext,
  input: CommandInput & { id: string },
): Promise<string> {
  const { typename: subjectType, id: subjectId } = decodeRecordId(input.id);
  const records = knownElsewhere(subjectType);
  if (!records) throw new NotFoundError(subjectType);
  return runCommand(
    context,
    {
      name: 'setExternalRef',
      idempotencyKey: input.idempotencyKey,
      schema: externalRefInput,
      input,
      subjectId,
    },
    async (scope, { system, key }) => {
      const isOneOf = async (where: object) =>
        (await tableOf(scope.tx, subjectType as LedgerModel).count({
          where: { AND: [{ id: subjectId }, where] },
        })) > 0;
      if (!(await isOneOf(records.visible(context)))) throw new NotFoundError(subjectType);
      if (!(await isOneOf(records.keysSetBy(context)))) throw new ForbiddenError(MAY_NOT);
      await writeRef(scope, { subjectType, subjectId, system }, key ?? null);
    },
  );
}

interface Place {
  subjectType: string;
  subjectId: string;
  system: string;
}

async function writeRef({ tx, ...scope }: CommandScope, place: Place, key: string | null) {
  const { subjectType, system } = place;
  // One at a time of a type and system, so that a key which is taken meanwhile is told as such.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${subjectType} ${system}`}, 0))`;
  const stored = await tx.externalRef.findUnique({
    where: { subjectType_subjectId_system: place },
  });
  if (key === null) {
    if (stored) await scope.remove(PLATFORM_EVENTS.EXTERNAL_REF_REMOVED, stored);
    return;
  }
  const holder = await tx.externalRef.findUnique({
    where: { subjectType_system_key: { subjectType, system, key } },
  });
  if (holder && holder.id !== stored?.id)
    throw new ValidationError([{ path: ['key'], message: TAKEN }]);
  if (stored) await scope.change(PLATFORM_EVENTS.EXTERNAL_REF_CHANGED, stored, { key });
  else await scope.create(PLATFORM_EVENTS.EXTERNAL_REF_SET, { ...place, key });
}
