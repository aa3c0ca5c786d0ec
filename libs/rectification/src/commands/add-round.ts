import { isOrganizationReadable } from '@taizhang/access/rules';
import { checkNamedOrganizations } from '@taizhang/access/visibility';
import {
  type CommandInput,
  type CommandScope,
  newKey,
  NotFoundError,
  obey,
  type RequestContext,
  runCommand,
  ValidationError,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { addRoundInput, refuseRoundAction, RECTIFICATION_EVENTS } from '../rules/index.ts';
import { daysOf, keepDaysInOrder } from './round-days.ts';

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
      await checkNamedOrganizations(scope.tx, [inspectedOrganizationId]);
      keepDaysInOrder(fields);
      if (await scope.tx.inspectionRound.count({ where: { code } }))
        throw new ValidationError([
          { path: ['code'], message: bilingual('该代码已被占用', 'This code is taken') },
        ]);
      await scope.create(RECTIFICATION_EVENTS.ROUND_ADDED, {
        id,
        code,
        title,
        inspectedOrganizationId,
        inspectionTeam: inspectionTeam ?? null,
        ...(kind && { kind }),
        ...daysOf(fields),
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
