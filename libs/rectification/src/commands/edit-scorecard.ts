import { isOrganizationReadable, mayAnywhere } from '@taizhang/access/rules';
import {
  type ChangeInput,
  type CommandInput,
  type CommandScope,
  newKey,
  NotFoundError,
  obey,
  type RequestContext,
  runCommand,
  saveVersioned,
  ValidationError,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import {
  addScorecardInput,
  addScorecardVersionInput,
  refuseEditScorecard,
} from '../rules/index.ts';

type Criteria = { name: string; weight: number }[];

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
      await tx.scorecard.create({ data: { id, organizationId, title } });
      await createVersion(scope, id, 1, criteria);
      await scope.record({
        type: 'SCORECARD_ADDED',
        subjectType: 'Scorecard',
        subjectId: id,
        subjectVersion: 1,
        organizationId,
        after: { title, criteria },
      });
    },
  );
}

/** Adds a new version of a scorecard; evaluations keep the one that they were scored by. */
export function addScorecardVersion(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'addScorecardVersion',
      idempotencyKey: input.idempotencyKey,
      schema: addScorecardVersionInput,
      input,
      subjectId: input.id,
    },
    async (scope, { criteria }) => {
      const { tx, caller } = scope;
      const scorecard = await tx.scorecard.findUnique({
        where: { id: input.id },
        include: { _count: { select: { versions: true } } },
      });
      if (!scorecard || !mayAnywhere(caller, 'round:read')) throw new NotFoundError('Scorecard');
      obey(refuseEditScorecard(scorecard.organizationId, caller));
      const version = await saveVersioned(tx.scorecard, scorecard, input.expectedVersion, {});
      await createVersion(scope, scorecard.id, scorecard._count.versions + 1, criteria);
      await scope.record({
        type: 'SCORECARD_VERSION_ADDED',
        subjectType: 'Scorecard',
        subjectId: scorecard.id,
        subjectVersion: version,
        organizationId: scorecard.organizationId,
        after: { criteria },
      });
    },
  );
}

async function createVersion(
  { tx }: CommandScope,
  scorecardId: string,
  ordinal: number,
  criteria: Criteria,
) {
  const numbered = criteria.map(({ name, weight }, index) => ({
    ordinal: index + 1,
    name,
    weight,
  }));
  await tx.scorecardVersion.create({
    data: { scorecardId, ordinal, criteria: { create: numbered } },
  });
}
