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
import {
  ACCESS_EVENTS,
  addOrganizationInput,
  may,
  mayAnywhere,
  NO_PERMISSION,
} from '../rules/index.ts';
import { checkNamedOrganizations } from '../check-named.ts';
import { lockTree, pathBelow } from './organization-tree.ts';
import { refuseSameName } from './refuse-same-name.ts';

/** Adds an organization below another, or the root of an empty hub. */
export function addOrganization(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'addOrganization',
      idempotencyKey: input.idempotencyKey,
      schema: addOrganizationInput,
      input,
      subjectId: id,
    },
    async (scope, { code, name, shortName, kind, parentId }) => {
      await lockTree(scope.tx);
      const parent = await loadParent(scope, kind, parentId ?? null);
      if (await scope.tx.organization.count({ where: { code } }))
        throw invalid('code', bilingual('代码已被使用', 'This code is taken'));
      await refuseSameName(scope.tx, { id, parentId: parent?.id ?? null, name });
      await scope.create(ACCESS_EVENTS.ORGANIZATION_ADDED, {
        id,
        code,
        name,
        shortName: shortName ?? null,
        kind,
        parentId: parent?.id ?? null,
        path: pathBelow(parent, code),
      });
    },
  );
}

async function loadParent({ tx, caller }: CommandScope, kind: string, parentId: string | null) {
  if (!mayAnywhere(caller, 'organization:manage')) throw new ForbiddenError(NO_PERMISSION);
  if ((kind === 'DISTRICT') !== (parentId === null))
    throw invalid(
      'parentId',
      bilingual(
        '区没有上级，其他组织须有上级',
        'A district has nothing above it, every other organization has',
      ),
    );
  if (!parentId) {
    if (await tx.organization.count())
      throw invalid('kind', bilingual('已有区级组织', 'There is a district already'));
    return null;
  }
  const parent = await tx.organization.findUnique({ where: { id: parentId } });
  if (!parent || !may(caller, 'organization:manage', parent.id))
    throw new NotFoundError('Organization');
  await checkNamedOrganizations(tx, [parentId]);
  return parent;
}

const invalid = (field: string, message: string) =>
  new ValidationError([{ path: [field], message }]);
