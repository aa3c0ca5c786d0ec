import {
  type ChangeInput,
  type CommandScope,
  ForbiddenError,
  given,
  obey,
  type RequestContext,
  runCommand,
  saveVersioned,
  ValidationError,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { editPersonInput, may, NO_PERMISSION, refusePersonAction } from '../rules/index.ts';
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
      if (email) await checkEmail(scope, person.id, email);
      const columns = given({
        position,
        email,
        ...(displayName && { displayName }),
        ...(organizationId && { organizationId }),
      });
      const version = await saveVersioned(scope.tx.person, person, input.expectedVersion, columns);
      const changed = Object.keys(columns) as (keyof typeof columns)[];
      await scope.record({
        type: 'PERSON_EDITED',
        subjectType: 'Person',
        subjectId: person.id,
        subjectVersion: version,
        organizationId: organizationId ?? person.organizationId,
        before: Object.fromEntries(changed.map((field) => [field, person[field] ?? null])),
        after: Object.fromEntries(changed.map((field) => [field, columns[field] ?? null])),
      });
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
