import {
  type ChangeInput,
  type CommandScope,
  ForbiddenError,
  obey,
  type RequestContext,
  runCommand,
  ValidationError,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import {
  ACCESS_EVENTS,
  editPersonInput,
  may,
  NO_PERMISSION,
  refusePersonAction,
} from '../rules/index.ts';
import { checkNamedOrganizations } from '../check-named.ts';
import { checkPlace, loadPerson } from './load-person.ts';

/** Changes what is known of a person; what the input leaves out stays. */
export function editPerson(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'editPerson',
      idempotencyKey: input.idempotencyKey,
      schema: editPersonInput,
      input,
      subjectId: input.id,
    },
    async (scope, { displayName, position, email, organizationId }) => {
      const person = await loadPerson(scope, input.id);
      obey(refusePersonAction('editPerson', scope.caller, person, scope.now));
      if (organizationId) await checkNewPlace(scope, organizationId);
      await checkNamedOrganizations(scope.tx, [organizationId], [person.organizationId]);
      if (email) await checkEmail(scope, person.id, email);
      const columns = {
        position,
        email,
        displayName: displayName ?? undefined,
        organizationId: organizationId ?? undefined,
      };
      const { expectedVersion } = input;
      await scope.change(ACCESS_EVENTS.PERSON_EDITED, person, columns, { expectedVersion });
    },
  );
}

async function checkNewPlace(scope: CommandScope, organizationId: string) {
  await checkPlace(scope, organizationId);
  if (!may(scope.caller, 'organization:manage', organizationId))
    throw new ForbiddenError(NO_PERMISSION);
}

async function checkEmail({ tx }: CommandScope, id: string, email: string) {
  if (await tx.person.count({ where: { email, id: { not: id } } }))
    throw new ValidationError([
      { path: ['email'], message: bilingual('该邮箱已属于他人', 'Somebody else has this address') },
    ]);
}
