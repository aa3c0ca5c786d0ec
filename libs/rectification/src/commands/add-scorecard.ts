import { isOrganizationReadable } from '@taizhang/access/rules';
import {
  type CommandInput,
  newKey,
  NotFoundError,
  obey,
  type RequestContext,
  runCommand,
  ValidationError,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { addScorecardInput, refuseEditScorecard, RECTIFICATION_EVENTS } from '../rules/index.ts';
import { createVersion } from './create-scorecard-version.ts';

/** Adds a scorecard with its first version. */
export function addScorecard(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'addScorecard',
      idempotencyKey: input.idempotencyKey,
      schema: addScorecardInput,
      input,
      subjectId: id,
    },
    async (scope, { organizationId, title, criteria }) => {
      const { tx, caller } = scope;
      const organization = await tx.organization.findUnique({ where: { id: organizationId } });
      if (!organization || !isOrganizationReadable(caller, organization))
        throw new NotFoundError('Organization');
      obey(refuseEditScorecard(organizationId, caller));
      if (await tx.scorecard.count({ where: { organizationId, title } }))
        throw new ValidationError([
          {
            path: ['title'],
            message: bilingual('已有同名评分表', 'There is a scorecard so called'),
          },
        ]);
      await scope.create(RECTIFICATION_EVENTS.SCORECARD_ADDED, { id, organizationId, title });
      await createVersion(scope, id, 1, criteria);
    },
  );
}
