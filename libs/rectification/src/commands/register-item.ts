import { may, NO_PERMISSION } from '@taizhang/access/rules';
import {
  ForbiddenError,
  newKey,
  NotFoundError,
  runCommand,
  ValidationError,
  type CommandInput,
  type CommandScope,
  type RequestContext,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { RECTIFICATION_EVENTS, registerItemInput } from '../rules/index.ts';
import { visibleAreas } from '../visible-items.ts';
import { itemColumns } from './item-columns.ts';
import { checkReferences } from './item-fields.ts';
import { writeManifestations } from './write-manifestations.ts';

/** Registers a finding as a row of the ledger, behind the last of its area unless an ordinal is given. */
export function registerItem(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'registerRectificationItem',
      idempotencyKey: input.idempotencyKey,
      schema: registerItemInput,
      input,
      subjectId: id,
    },
    async (scope, fields) => {
      const area = await loadArea(scope, fields.areaId);
      const organizationId = area.round.inspectedOrganizationId;
      if (!may(scope.caller, 'item:register', organizationId))
        throw new ForbiddenError(NO_PERMISSION);
      await checkReferences(scope, fields);
      const { ordinal: wanted, areaId, ...described } = fields;
      const ordinal = await freeOrdinal(scope, areaId, wanted ?? null);
      const columns = itemColumns(described);
      await scope.create(RECTIFICATION_EVENTS.ITEM_REGISTERED, {
        ...columns,
        id,
        code: `${area.round.code}-${area.ordinal}.${ordinal}`,
        roundId: area.roundId,
        areaId,
        ordinal,
        organizationId,
        title: fields.title,
        firstDueOn: columns.dueOn,
      });
      await writeManifestations(scope, id, fields.manifestations ?? []);
    },
  );
}

async function loadArea({ tx, caller }: CommandScope, id: string) {
  // The area's row is locked: two registrations must not take one ordinal.
  await tx.$queryRaw`SELECT 1 FROM "FindingArea" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const area = await tx.findingArea.findFirst({
    where: { id, AND: [visibleAreas(caller)] },
    include: { round: true },
  });
  if (!area) throw new NotFoundError('FindingArea');
  return area;
}

async function freeOrdinal({ tx }: CommandScope, areaId: string, wanted: number | null) {
  const { _max } = await tx.rectificationItem.aggregate({
    where: { areaId },
    _max: { ordinal: true },
  });
  if (wanted === null) return (_max.ordinal ?? 0) + 1;
  if (await tx.rectificationItem.count({ where: { areaId, ordinal: wanted } }))
    throw new ValidationError([
      { path: ['ordinal'], message: bilingual('该序号已被占用', 'This ordinal is taken') },
    ]);
  return wanted;
}
